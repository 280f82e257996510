"""A visit code for a finished dossier, for the software of a one-stop desk. Python 3.8 or newer, no packages.

    HAI_LONG_API=https://danhgia.example.vn HAI_LONG_APIKEY=sb_publishable_... HAI_LONG_KEY=... \\
      python3 issue_visit_code.py xa-cho-moi 1.001193 counter 7f9c2b1e-visit
"""
import json
import os
import sys
import time
import urllib.error
import urllib.request


def issue_visit_code(office, procedure, channel, request_name):
    """request_name: the same for each try of one dossier, kept beside it. Answers with code, address, qr, expires_on."""
    body = json.dumps({"office": office, "procedure": procedure, "channel": channel}).encode()
    headers = {
        "content-type": "application/json",
        "apikey": os.environ["HAI_LONG_APIKEY"],
        "hai-long-key": os.environ["HAI_LONG_KEY"],
        "idempotency-key": request_name,
    }
    url = os.environ["HAI_LONG_API"] + "/rest/v1/rpc/issue_visit_code"
    for pause in (1, 4, 16, None):  # A lost answer: the same request brings the same code.
        try:
            with urllib.request.urlopen(urllib.request.Request(url, body, headers), timeout=10) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as refused:
            if refused.code < 500 and refused.code != 429 or pause is None:
                raise RuntimeError(json.load(refused)["message"]) from refused
        except OSError:
            if pause is None:
                raise
        time.sleep(pause)


if __name__ == "__main__":
    print(json.dumps(issue_visit_code(*sys.argv[1:5])))
