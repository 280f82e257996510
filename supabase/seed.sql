-- What a new installation starts with. Written by scripts/build/seed.ts from supabase/reference/*.csv: change those and
-- run it again. Whatever an agency has changed since stays as it is: a row that is there is left alone.

-- The old district with its 18 units, and the province and six communes since 01/07/2025.
insert into public.offices (code, gso_code, name, kind, parent_code, desk, opened_on, closed_on) values
  ('tinh-an-giang-cu', '89', 'Tỉnh An Giang (trước 01/07/2025)', 'tỉnh', null, null, null, '2025-06-30'),
  ('huyen-cho-moi', '893', 'Huyện Chợ Mới', 'huyện', 'tinh-an-giang-cu', null, null, '2025-06-30'),
  ('thi-tran-cho-moi-cu', '30628', 'Thị trấn Chợ Mới', 'thị trấn', 'huyen-cho-moi', 'Bộ phận Một cửa thị trấn Chợ Mới', null, '2025-06-30'),
  ('thi-tran-my-luong-cu', '30631', 'Thị trấn Mỹ Luông', 'thị trấn', 'huyen-cho-moi', 'Bộ phận Một cửa thị trấn Mỹ Luông', null, '2025-06-30'),
  ('xa-kien-an-cu', '30634', 'Xã Kiến An', 'xã', 'huyen-cho-moi', 'Bộ phận Một cửa xã Kiến An', null, '2025-06-30'),
  ('xa-my-hoi-dong-cu', '30637', 'Xã Mỹ Hội Đông', 'xã', 'huyen-cho-moi', 'Bộ phận Một cửa xã Mỹ Hội Đông', null, '2025-06-30'),
  ('xa-long-dien-a-cu', '30640', 'Xã Long Điền A', 'xã', 'huyen-cho-moi', 'Bộ phận Một cửa xã Long Điền A', null, '2025-06-30'),
  ('xa-tan-my-cu', '30643', 'Xã Tấn Mỹ', 'xã', 'huyen-cho-moi', 'Bộ phận Một cửa xã Tấn Mỹ', null, '2025-06-30'),
  ('xa-long-dien-b-cu', '30646', 'Xã Long Điền B', 'xã', 'huyen-cho-moi', 'Bộ phận Một cửa xã Long Điền B', null, '2025-06-30'),
  ('xa-kien-thanh-cu', '30649', 'Xã Kiến Thành', 'xã', 'huyen-cho-moi', 'Bộ phận Một cửa xã Kiến Thành', null, '2025-06-30'),
  ('xa-my-hiep-cu', '30652', 'Xã Mỹ Hiệp', 'xã', 'huyen-cho-moi', 'Bộ phận Một cửa xã Mỹ Hiệp', null, '2025-06-30'),
  ('xa-my-an-cu', '30655', 'Xã Mỹ An', 'xã', 'huyen-cho-moi', 'Bộ phận Một cửa xã Mỹ An', null, '2025-06-30'),
  ('xa-nhon-my-cu', '30658', 'Xã Nhơn Mỹ', 'xã', 'huyen-cho-moi', 'Bộ phận Một cửa xã Nhơn Mỹ', null, '2025-06-30'),
  ('xa-long-giang-cu', '30661', 'Xã Long Giang', 'xã', 'huyen-cho-moi', 'Bộ phận Một cửa xã Long Giang', null, '2025-06-30'),
  ('xa-long-kien-cu', '30664', 'Xã Long Kiến', 'xã', 'huyen-cho-moi', 'Bộ phận Một cửa xã Long Kiến', null, '2025-06-30'),
  ('xa-binh-phuoc-xuan-cu', '30667', 'Xã Bình Phước Xuân', 'xã', 'huyen-cho-moi', 'Bộ phận Một cửa xã Bình Phước Xuân', null, '2025-06-30'),
  ('xa-an-thanh-trung-cu', '30670', 'Xã An Thạnh Trung', 'xã', 'huyen-cho-moi', 'Bộ phận Một cửa xã An Thạnh Trung', null, '2025-06-30'),
  ('xa-hoi-an-cu', '30673', 'Xã Hội An', 'xã', 'huyen-cho-moi', 'Bộ phận Một cửa xã Hội An', null, '2025-06-30'),
  ('xa-hoa-binh-cu', '30676', 'Xã Hòa Bình', 'xã', 'huyen-cho-moi', 'Bộ phận Một cửa xã Hòa Bình', null, '2025-06-30'),
  ('xa-hoa-an-cu', '30679', 'Xã Hòa An', 'xã', 'huyen-cho-moi', 'Bộ phận Một cửa xã Hòa An', null, '2025-06-30'),
  ('tinh-an-giang', '91', 'Tỉnh An Giang', 'tỉnh', null, null, '2025-07-01', null),
  ('xa-cho-moi', '30628', 'Xã Chợ Mới', 'xã', 'tinh-an-giang', 'Trung tâm Phục vụ hành chính công xã Chợ Mới', '2025-07-01', null),
  ('xa-long-dien', '30631', 'Xã Long Điền', 'xã', 'tinh-an-giang', 'Trung tâm Phục vụ hành chính công xã Long Điền', '2025-07-01', null),
  ('xa-cu-lao-gieng', '30643', 'Xã Cù Lao Giêng', 'xã', 'tinh-an-giang', 'Trung tâm Phục vụ hành chính công xã Cù Lao Giêng', '2025-07-01', null),
  ('xa-nhon-my', '30658', 'Xã Nhơn Mỹ', 'xã', 'tinh-an-giang', 'Trung tâm Phục vụ hành chính công xã Nhơn Mỹ', '2025-07-01', null),
  ('xa-long-kien', '30664', 'Xã Long Kiến', 'xã', 'tinh-an-giang', 'Trung tâm Phục vụ hành chính công xã Long Kiến', '2025-07-01', null),
  ('xa-hoi-an', '30673', 'Xã Hội An', 'xã', 'tinh-an-giang', 'Trung tâm Phục vụ hành chính công xã Hội An', '2025-07-01', null)
on conflict do nothing;

-- Which commune took over the work, and the printed codes, of which old unit.
insert into public.office_successions (predecessor_code, successor_code, on_date, legal_basis) values
  ('thi-tran-cho-moi-cu', 'xa-cho-moi', '2025-07-01', 'NQ 1654/NQ-UBTVQH15'),
  ('thi-tran-my-luong-cu', 'xa-long-dien', '2025-07-01', 'NQ 1654/NQ-UBTVQH15'),
  ('xa-kien-an-cu', 'xa-cho-moi', '2025-07-01', 'NQ 1654/NQ-UBTVQH15'),
  ('xa-my-hoi-dong-cu', 'xa-nhon-my', '2025-07-01', 'NQ 1654/NQ-UBTVQH15'),
  ('xa-long-dien-a-cu', 'xa-long-dien', '2025-07-01', 'NQ 1654/NQ-UBTVQH15'),
  ('xa-tan-my-cu', 'xa-cu-lao-gieng', '2025-07-01', 'NQ 1654/NQ-UBTVQH15'),
  ('xa-long-dien-b-cu', 'xa-long-dien', '2025-07-01', 'NQ 1654/NQ-UBTVQH15'),
  ('xa-kien-thanh-cu', 'xa-cho-moi', '2025-07-01', 'NQ 1654/NQ-UBTVQH15'),
  ('xa-my-hiep-cu', 'xa-cu-lao-gieng', '2025-07-01', 'NQ 1654/NQ-UBTVQH15'),
  ('xa-my-an-cu', 'xa-long-kien', '2025-07-01', 'NQ 1654/NQ-UBTVQH15'),
  ('xa-nhon-my-cu', 'xa-nhon-my', '2025-07-01', 'NQ 1654/NQ-UBTVQH15'),
  ('xa-long-giang-cu', 'xa-nhon-my', '2025-07-01', 'NQ 1654/NQ-UBTVQH15'),
  ('xa-long-kien-cu', 'xa-long-kien', '2025-07-01', 'NQ 1654/NQ-UBTVQH15'),
  ('xa-binh-phuoc-xuan-cu', 'xa-cu-lao-gieng', '2025-07-01', 'NQ 1654/NQ-UBTVQH15'),
  ('xa-an-thanh-trung-cu', 'xa-long-kien', '2025-07-01', 'NQ 1654/NQ-UBTVQH15'),
  ('xa-hoi-an-cu', 'xa-hoi-an', '2025-07-01', 'NQ 1654/NQ-UBTVQH15'),
  ('xa-hoa-binh-cu', 'xa-hoi-an', '2025-07-01', 'NQ 1654/NQ-UBTVQH15'),
  ('xa-hoa-an-cu', 'xa-hoi-an', '2025-07-01', 'NQ 1654/NQ-UBTVQH15')
on conflict do nothing;

-- Fields and procedures by their names and codes on the National Public Service Portal.
insert into public.fields (code, name) values
  ('ho-tich', 'Hộ tịch'),
  ('chung-thuc', 'Chứng thực'),
  ('dang-ky-quan-ly-cu-tru', 'Đăng ký, quản lý cư trú'),
  ('thanh-lap-va-hoat-dong-doanh-nghiep-ho-kinh-doanh', 'Thành lập và hoạt động doanh nghiệp (hộ kinh doanh)'),
  ('dat-dai', 'Đất đai'),
  ('hoat-dong-xay-dung', 'Hoạt động xây dựng'),
  ('giam-ngheo', 'Giảm nghèo'),
  ('nuoi-con-nuoi', 'Nuôi con nuôi'),
  ('trong-trot', 'Trồng trọt'),
  ('duong-bo', 'Đường bộ'),
  ('quy-hoach-do-thi-va-nong-thon', 'Quy hoạch đô thị và nông thôn'),
  ('hoa-giai-o-co-so', 'Hòa giải ở cơ sở')
on conflict do nothing;

-- An empty time limit is one that the portal does not give.
insert into public.procedures (code, name, field_code, level, decision, counter_days, online_days, post_days, days_unit, official_url) values
  ('1.001193', 'Đăng ký khai sinh', 'ho-tich', 'Cấp xã', '163/QĐ-BTP', 1, 1, 1, null, 'https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfd-3fe0-70ac-b9d6-5e9e20d6eef7'),
  ('1.000656', 'Đăng ký khai tử', 'ho-tich', 'Cấp xã', '163/QĐ-BTP', 1, 1, 1, null, 'https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfd-3fac-7489-b53b-9c6c958f2da4'),
  ('1.000894', 'Đăng ký kết hôn', 'ho-tich', 'Cấp xã', '163/QĐ-BTP', 1, 1, 1, null, 'https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfd-3fac-7489-b53b-a15eb239a6fe'),
  ('1.004873', 'Cấp Giấy xác nhận tình trạng hôn nhân', 'ho-tich', 'Cấp xã', '163/QĐ-BTP', 3, 3, 3, null, 'https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfd-6eb3-7019-bf3f-fc58c9ee44b9'),
  ('2.000635', 'Cấp bản sao Trích lục hộ tịch, bản sao Giấy khai sinh', 'ho-tich', 'Cấp tỉnh, Cấp xã', '163/QĐ-BTP', null, null, null, null, 'https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfd-867c-72db-b6a7-dcbd8c763807'),
  ('1.004859', 'Thay đổi, cải chính, bổ sung thông tin hộ tịch, xác định lại dân tộc', 'ho-tich', 'Cấp xã', '163/QĐ-BTP', 1, 1, 1, null, 'https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfd-671e-714b-8fd6-8230c82f7867'),
  ('1.004884', 'Đăng ký lại khai sinh', 'ho-tich', 'Cấp xã', '163/QĐ-BTP', 5, 5, 5, null, 'https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfd-6eac-7598-b88b-15f8a61b366a'),
  ('1.001022', 'Đăng ký nhận cha, mẹ, con', 'ho-tich', 'Cấp xã', '163/QĐ-BTP', 3, 3, 3, null, 'https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfd-3fa6-722f-ac1a-e949c8ce3418'),
  ('1.004837', 'Đăng ký giám hộ', 'ho-tich', 'Cấp xã', '163/QĐ-BTP', 3, 3, 3, 'Ngày làm việc', 'https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfd-671b-75fa-82fb-8ad05a37f638'),
  ('1.004845', 'Đăng ký chấm dứt giám hộ', 'ho-tich', 'Cấp xã', '163/QĐ-BTP', 2, 2, 2, 'Ngày làm việc', 'https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfd-6724-715f-822c-28e986912730'),
  ('1.004772', 'Đăng ký khai sinh cho người đã có hồ sơ, giấy tờ cá nhân', 'ho-tich', 'Cấp xã', '163/QĐ-BTP', 5, 5, 5, null, 'https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfd-6711-733d-b674-fc3d805e70c8'),
  ('1.004746', 'Đăng ký lại kết hôn', 'ho-tich', 'Cấp xã', '163/QĐ-BTP', 5, 5, 5, null, 'https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfd-6711-733d-b674-f82cb6606242'),
  ('1.005461', 'Đăng ký lại khai tử', 'ho-tich', 'Cấp xã', '163/QĐ-BTP', 5, 5, 5, null, 'https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfd-6ebc-709e-8678-a9f8b66738f2'),
  ('1.000689', 'Đăng ký khai sinh kết hợp đăng ký nhận cha, mẹ, con', 'ho-tich', 'Cấp xã', '163/QĐ-BTP', 3, 3, 3, null, 'https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfd-3faf-768a-9224-9cb889436133'),
  ('2.000986', 'Liên thông thủ tục hành chính về đăng ký khai sinh, đăng ký thường trú, cấp thẻ bảo hiểm y tế cho trẻ em dưới 6 tuổi', 'ho-tich', 'Cấp xã', 'QĐ/0001-BTP', 20, null, null, 'Ngày', 'https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfd-95d8-77dd-86c5-880463eb8dbe'),
  ('2.001023', 'Liên thông các thủ tục hành chính về đăng ký khai sinh, cấp Thẻ bảo hiểm y tế cho trẻ em dưới 6 tuổi', 'ho-tich', 'Cấp xã', 'QĐ/0001-BTP', 15, null, null, 'Ngày', 'https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfd-95f7-7548-bce5-81bc8224b321'),
  ('2.002516', 'Xác nhận thông tin hộ tịch', 'ho-tich', 'Cấp tỉnh, Cấp xã', '163/QĐ-BTP', null, null, null, null, 'https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfd-a586-71fe-8c10-836e09f0a879'),
  ('2.000528', 'Đăng ký khai sinh có yếu tố nước ngoài', 'ho-tich', 'Cấp xã', '163/QĐ-BTP', 1, 1, 1, null, 'https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfd-8662-763f-927f-dc039ede198c'),
  ('2.000806', 'Đăng ký kết hôn có yếu tố nước ngoài', 'ho-tich', 'Cấp xã', '163/QĐ-BTP', 5, 5, 5, null, 'https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfd-8e13-728a-a0cd-635811d8432e'),
  ('2.000815', 'Chứng thực bản sao từ bản chính giấy tờ, văn bản do cơ quan, tổ chức có thẩm quyền của Việt Nam; cơ quan, tổ chức có thẩm quyền của nước ngoài; cơ quan, tổ chức có thẩm quyền của Việt Nam liên kết với cơ quan, tổ chức có thẩm quyền của nước ngoài cấp hoặc chứng nhận', 'chung-thuc', 'Cấp xã, Cơ quan khác', '3152/QĐ-BTP', null, null, null, null, 'https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfd-8e22-77ef-819f-e49460350904'),
  ('2.000884', 'Chứng thực chữ ký trong các giấy tờ, văn bản (áp dụng cho cả trường hợp chứng thực điểm chỉ và trường hợp người yêu cầu chứng thực không thể ký, không thể điểm chỉ được)', 'chung-thuc', 'Cấp xã, Cơ quan khác', '858/QĐ-BTP', null, null, null, null, 'https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfd-8e2e-7359-b42f-d5dc8d74741b'),
  ('2.000908', 'Cấp bản sao từ sổ gốc', 'chung-thuc', 'Cấp bộ, Cấp tỉnh, Cấp xã, Cơ quan khác', '858/QĐ-BTP', 1, 1, 1, 'Ngày làm việc', 'https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfd-8e5d-72f9-8cf2-c71780251483'),
  ('2.000913', 'Chứng thực việc sửa đổi, bổ sung, hủy bỏ giao dịch', 'chung-thuc', 'Cấp xã', '858/QĐ-BTP', null, null, null, null, 'https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfd-8e59-72ab-ae1a-a2985865d253'),
  ('2.000942', 'Cấp bản sao có chứng thực từ bản chính giao dịch đã được chứng thực', 'chung-thuc', 'Cấp xã', '858/QĐ-BTP', null, null, null, null, 'https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfd-95d6-778f-889b-e3045003fa5e'),
  ('2.001016', 'Chứng thực văn bản từ chối nhận di sản', 'chung-thuc', 'Cấp xã', '858/QĐ-BTP', null, null, null, null, 'https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfd-95e6-7578-ba2d-d1b4373cd174'),
  ('2.001019', 'Chứng thực di chúc', 'chung-thuc', 'Cấp xã', '858/QĐ-BTP', null, null, null, null, 'https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfd-95f0-7610-845f-c097f144bd55'),
  ('2.001035', 'Chứng thực giao dịch liên quan đến tài sản là động sản, quyền sử dụng đất, nhà ở', 'chung-thuc', 'Cấp xã', '858/QĐ-BTP', null, null, null, null, 'https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfd-95fa-70ca-93fd-4cab11b87897'),
  ('2.001406', 'Chứng thực văn bản phân chia di sản mà di sản là động sản, quyền sử dụng đất, nhà ở', 'chung-thuc', 'Cấp xã', '858/QĐ-BTP', null, null, null, null, 'https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfd-9daf-70da-8f48-223498332346'),
  ('1.004222', 'Đăng ký thường trú', 'dang-ky-quan-ly-cu-tru', 'Cấp xã', '1523/QĐ-BCA-C06', 7, 7, null, 'Ngày làm việc', 'https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bf7-7704-7449-9e95-fe7ebb959aa2'),
  ('1.004194', 'Đăng ký tạm trú', 'dang-ky-quan-ly-cu-tru', 'Cấp xã', '9354/QĐ-BCA-C06', 3, 3, null, 'Ngày làm việc', 'https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bf7-770b-734d-b7fb-5e1995f194f4'),
  ('1.002755', 'Gia hạn tạm trú', 'dang-ky-quan-ly-cu-tru', 'Cấp xã', '9354/QĐ-BCA-C06', 3, 3, null, 'Ngày làm việc', 'https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bf7-6762-77ee-9a0c-965773ce7afe'),
  ('1.010038', 'Tách hộ', 'dang-ky-quan-ly-cu-tru', 'Cấp xã', '9354/QĐ-BCA-C06', 5, 5, null, 'Ngày làm việc', 'https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bf7-7f1e-71e3-be3e-7f22dce4ac4d'),
  ('1.003197', 'Xóa đăng ký thường trú', 'dang-ky-quan-ly-cu-tru', 'Cấp xã', '1523/QĐ-BCA-C06', null, 5, null, 'Ngày làm việc', 'https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bf7-6f18-72e5-974d-ed6803c7178a'),
  ('1.003677', 'Khai báo tạm vắng', 'dang-ky-quan-ly-cu-tru', 'Cấp xã', '9354/QĐ-BCA-C06', null, 1, null, 'Ngày làm việc', 'https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bf7-6f56-704f-95b8-8d949272c6ad'),
  ('1.010041', 'Xác nhận thông tin về cư trú', 'dang-ky-quan-ly-cu-tru', 'Cấp xã', '9354/QĐ-BCA-C06', null, 1, null, 'Ngày làm việc', 'https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bf7-7f19-762d-be5e-741f71796016'),
  ('2.001159', 'Thông báo lưu trú', 'dang-ky-quan-ly-cu-tru', 'Cấp xã', '9354/QĐ-BCA-C06', 1, 1, null, 'Giờ', 'https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bf7-adb7-7329-8d7c-db89ef073ced'),
  ('1.001612', 'Đăng ký thành lập hộ kinh doanh', 'thanh-lap-va-hoat-dong-doanh-nghiep-ho-kinh-doanh', 'Cấp bộ, Cấp xã', '2353/QĐ-BTC', null, null, null, null, 'https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfb-d76d-737f-81b9-69258b07240b'),
  ('2.000720', 'Đăng ký thay đổi nội dung đăng ký hộ kinh doanh', 'thanh-lap-va-hoat-dong-doanh-nghiep-ho-kinh-doanh', 'Cấp bộ, Cấp xã', '2353/QĐ-BTC', 1, 1, 1, null, 'https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfc-d9ca-768c-a8f4-cc0dff5f41ed'),
  ('1.001570', 'Tạm ngừng kinh doanh, tiếp tục kinh doanh trước thời hạn đã thông báo của hộ kinh doanh', 'thanh-lap-va-hoat-dong-doanh-nghiep-ho-kinh-doanh', 'Cấp bộ, Cấp xã', '2353/QĐ-BTC', 1, 1, 1, null, 'https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfb-d768-7446-bd77-3bb11051041c'),
  ('1.001266', 'Chấm dứt hoạt động hộ kinh doanh', 'thanh-lap-va-hoat-dong-doanh-nghiep-ho-kinh-doanh', 'Cấp bộ, Cấp xã', '2353/QĐ-BTC', 1, 1, 1, null, 'https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfb-d748-72d1-848f-3607bc86e647'),
  ('2.000575', 'Cấp lại Giấy chứng nhận đăng ký hộ kinh doanh, Cấp đổi sang Giấy chứng nhận đăng ký hộ kinh doanh', 'thanh-lap-va-hoat-dong-doanh-nghiep-ho-kinh-doanh', 'Cấp bộ, Cấp xã', '2353/QĐ-BTC', 1, 1, 1, null, 'https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfc-d9d1-7475-8e58-1aa4479901eb'),
  ('1.013978', 'Đăng ký đất đai, tài sản gắn liền với đất, cấp Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất lần đầu đối với hộ gia đình, cá nhân, cộng đồng dân cư, người gốc Việt Nam định cư ở nước ngoài', 'dat-dai', 'Cấp xã', '3380/QĐ-BNNMT', 27, 17, 20, 'Ngày làm việc', 'https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfa-8678-770b-8917-1872078767cd'),
  ('1.013949', 'Giao đất, cho thuê đất, chuyển mục đích sử dụng đất đối với trường hợp giao đất, cho thuê đất không đấu giá quyền sử dụng đất, không đấu thầu lựa chọn nhà đầu tư thực hiện dự án có sử dụng đất; trường hợp giao đất, cho thuê đất thông qua đấu thầu lựa chọn nhà đầu tư thực hiện dự án có sử dụng đất; giao đất và giao rừng; cho thuê đất và cho thuê rừng, gia hạn sử dụng đất khi hết thời hạn sử dụng đất', 'dat-dai', 'Cấp xã', '3380/QĐ-BNNMT', 15, 15, 15, 'Ngày', 'https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfa-867b-703e-a311-18fc1df76fc8'),
  ('1.012796', 'Đính chính Giấy chứng nhận đã cấp lần đầu có sai sót', 'dat-dai', 'Cấp xã', '2304/QĐ-BNNMT', 8, 8, 8, 'Ngày làm việc', 'https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfa-76cb-741b-996e-33d1ef50be50'),
  ('1.012812', 'Hòa giải tranh chấp đất đai', 'dat-dai', 'Cấp xã', '2304/QĐ-BNNMT', 40, null, 30, 'Ngày', 'https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfa-76e6-7468-b6f2-3d412e902b88'),
  ('1.012783', 'Cấp đổi Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất', 'dat-dai', 'Cấp tỉnh', '3380/QĐ-BNNMT', 5, 15, 20, 'Ngày làm việc', 'https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfa-6f3b-7238-9e41-307101b01795'),
  ('1.012784', 'Tách thửa hoặc hợp thửa đất.', 'dat-dai', 'Cấp tỉnh', '2304/QĐ-BNNMT', 22, 12, 12, 'Ngày làm việc', 'https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfa-6f5d-72e6-9a68-ab8e3ba11c8b'),
  ('1.012786', 'Cấp lại Giấy chứng nhận do bị mất', 'dat-dai', 'Cấp tỉnh', '3380/QĐ-BNNMT', 20, 10, 10, 'Ngày làm việc', 'https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfa-76c7-75db-b936-ff88fe49d880'),
  ('1.013831', 'Đăng ký biến động quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất trong các trường hợp chuyển đổi quyền sử dụng đất nông nghiệp mà không theo phương án dồn điền, đổi thửa; chuyển nhượng, thừa kế, tặng cho quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất, góp vốn bằng quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất; cho thuê, cho thuê lại quyền sử dụng đất trong dự án xây dựng kinh doanh kết cấu hạ tầng; bán hoặc tặng cho hoặc để thừa kế hoặc góp vốn bằng tài sản gắn liền với đất thuê của Nhà nước theo hình thức thuê đất trả tiền hàng năm', 'dat-dai', 'Cấp tỉnh', '3380/QĐ-BNNMT', 18, 18, 4, 'Ngày làm việc', 'https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfa-7ece-728d-9b60-6563e0a7a94e'),
  ('1.013225', 'Cấp giấy phép xây dựng mới đối với công trình cấp III, cấp IV (Công trình không theo tuyến/Theo tuyến trong đô thị/Tín ngưỡng, tôn giáo/Tượng đài, tranh hoành tráng/Theo giai đoạn cho công trình không theo tuyến/Theo giai đoạn cho công trình theo tuyến trong đô thị/Dự án) và nhà ở riêng lẻ', 'hoat-dong-xay-dung', 'Cấp xã, Cơ quan khác', '56/QĐ-BXD', 15, 20, 20, 'Ngày', 'https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfe-9088-744d-aa0a-e846b6dce3d5'),
  ('1.013226', 'Cấp điều chỉnh giấy phép xây dựng đối với công trình cấp III, cấp IV (công trình Không theo tuyến/Theo tuyến trong đô thị/Tín ngưỡng, tôn giáo/Tượng đài, tranh hoành tráng/Theo giai đoạn cho công trình không theo tuyến/Theo giai đoạn cho công trình theo tuyến trong đô thị/Dự án) và nhà ở riêng lẻ', 'hoat-dong-xay-dung', 'Cấp xã, Cơ quan khác', '56/QĐ-BXD', 20, 20, 20, 'Ngày', 'https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfe-9097-7135-94e7-f539d8b0cc19'),
  ('1.013227', 'Gia hạn giấy phép xây dựng đối với công trình cấp III, cấp IV (công trình Không theo tuyến/Theo tuyến trong đô thị/Tín ngưỡng, tôn giáo/Tượng đài, tranh hoành tráng/Sửa chữa, cải tạo/Theo giai đoạn cho công trình không theo tuyến/Theo giai đoạn cho công trình theo tuyến trong đô thị/Dự án) và nhà ở riêng lẻ', 'hoat-dong-xay-dung', 'Cấp xã, Cơ quan khác', '56/QĐ-BXD', 5, 5, 5, 'Ngày làm việc', 'https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfe-9097-700f-899f-6dfc532f0e6b'),
  ('1.013229', 'Cấp giấy phép xây dựng sửa chữa, cải tạo đối với công trình cấp III, cấp IV (công trình Không theo tuyến/Theo tuyến trong đô thị/Tín ngưỡng, tôn giáo/Tượng đài, tranh hoành tráng/Theo giai đoạn cho công trình không theo tuyến/Theo giai đoạn cho công trình theo tuyến trong đô thị/Dự án) và nhà ở riêng lẻ:', 'hoat-dong-xay-dung', 'Cấp xã, Cơ quan khác', '56/QĐ-BXD', 15, 20, 20, 'Ngày', 'https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfe-909c-759d-9dc9-416500074f0f'),
  ('1.011606', 'Công nhận hộ nghèo, hộ cận nghèo; hộ thoát nghèo, hộ thoát cận nghèo định kỳ hằng năm', 'giam-ngheo', 'Cấp xã', '2306/QĐ-BNNMT', 1, null, 1, null, 'https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfa-5f68-74c6-89e9-78c8819cef86'),
  ('1.011607', 'Công nhận hộ nghèo, hộ cận nghèo thường xuyên hằng năm', 'giam-ngheo', 'Cấp xã', '967/QĐ-BNNMT', 15, null, 15, 'Ngày', 'https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfa-6008-72cb-9e63-83483f3a6e49'),
  ('1.011609', 'Công nhận hộ làm nông nghiệp, lâm nghiệp, ngư nghiệp và diêm nghiệp có mức sống trung bình', 'giam-ngheo', 'Cấp xã', '967/QĐ-BNNMT', 15, null, 15, 'Ngày', 'https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfa-5f79-70bf-bc74-661346debe8c'),
  ('2.001263', 'Đăng ký việc nuôi con nuôi trong nước', 'nuoi-con-nuoi', 'Cấp xã', '361/QĐ-BTP', null, null, null, null, 'https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfd-9dae-705f-a893-0c4e1f0c32a7'),
  ('1.008004', 'Chuyển đổi cơ cấu cây trồng, vật nuôi trên đất trồng lúa', 'trong-trot', 'Cấp xã', '1000/QĐ-BNNMT', 5, 5, 5, 'Ngày làm việc', 'https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfa-4f9f-7354-9e92-57219bbd01e0'),
  ('1.013274', 'Cấp phép sử dụng tạm thời lòng đường, vỉa hè vào mục đích khác', 'duong-bo', 'Cấp bộ, Cấp tỉnh, Cấp xã', '871/QĐ-BXD', 5, 5, 5, 'Ngày làm việc', 'https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfe-90a2-7673-a2f5-9ba3da842499'),
  ('1.014159', 'Cung cấp thông tin quy hoạch đô thị và nông thôn', 'quy-hoach-do-thi-va-nong-thon', 'Cấp tỉnh, Cấp xã', '1390/QĐ-BXD', 10, 10, 10, 'Ngày', 'https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfe-9852-71ed-96f2-8110da8fd4f0'),
  ('1.002211', 'Công nhận hòa giải viên (cấp xã)', 'hoa-giai-o-co-so', 'Cấp xã', 'QĐ2338-BTP', 5, 5, 5, 'Ngày làm việc', 'https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfd-572d-77fe-b70b-93b6512c3170')
on conflict do nothing;

-- Every procedure of commune level at each of the six centres, since the day they opened. Procedures of the province
-- alone are not handed in there, and what the old units offered is not known.
insert into public.offerings (office_code, procedure_code, opened_on)
select office, procedure, date '2025-07-01'
from unnest(array[
    'xa-cho-moi', 'xa-long-dien', 'xa-cu-lao-gieng', 'xa-nhon-my', 'xa-long-kien', 'xa-hoi-an'
  ]) office,
  unnest(array[
    '1.001193', '1.000656', '1.000894', '1.004873', '2.000635', '1.004859', '1.004884', '1.001022',
    '1.004837', '1.004845', '1.004772', '1.004746', '1.005461', '1.000689', '2.000986', '2.001023',
    '2.002516', '2.000528', '2.000806', '2.000815', '2.000884', '2.000908', '2.000913', '2.000942',
    '2.001016', '2.001019', '2.001035', '2.001406', '1.004222', '1.004194', '1.002755', '1.010038',
    '1.003197', '1.003677', '1.010041', '2.001159', '1.001612', '2.000720', '1.001570', '1.001266',
    '2.000575', '1.013978', '1.013949', '1.012796', '1.012812', '1.013225', '1.013226', '1.013227',
    '1.013229', '1.011606', '1.011607', '1.011609', '2.001263', '1.008004', '1.013274', '1.014159',
    '1.002211'
  ]) procedure
on conflict do nothing;

-- Where a rating can start. The posters of the old units still hang somewhere, and lead to the successor.
insert into private.counters (code, office_code, number, name, channel, kind, retired_on, replaced_by) values
  ('8K93N9', 'xa-cho-moi', '1', 'Quầy 1: Hộ tịch', 'counter', 'poster', null, null),
  ('4P4Q59', 'xa-cho-moi', '2', 'Quầy 2: Chứng thực', 'counter', 'poster', null, null),
  ('J4M6S3', 'xa-cho-moi', '3', 'Quầy 3: Cư trú', 'counter', 'poster', null, null),
  ('S9Z76J', 'xa-cho-moi', '4', 'Quầy 4: Đất đai, xây dựng', 'counter', 'poster', null, null),
  ('8H2D95', 'xa-cho-moi', '5', 'Quầy 5: Hộ kinh doanh', 'counter', 'poster', null, null),
  ('M6X5R9', 'xa-cho-moi', null, 'Máy đánh giá ở bàn hướng dẫn', 'counter', 'kiosk', null, null),
  ('8P6K6F', 'xa-cho-moi', null, 'Trang cuối của dịch vụ công trực tuyến', 'online', 'link', null, null),
  ('R84F85', 'xa-cho-moi', null, 'Tờ rơi gửi kèm kết quả qua bưu điện', 'postal', 'leaflet', null, null),
  ('T36P77', 'xa-long-dien', '1', 'Quầy 1: Hộ tịch', 'counter', 'poster', null, null),
  ('7Z23V5', 'xa-long-dien', '2', 'Quầy 2: Chứng thực', 'counter', 'poster', null, null),
  ('T2J5Z3', 'xa-long-dien', '3', 'Quầy 3: Cư trú', 'counter', 'poster', null, null),
  ('T6V6Z9', 'xa-long-dien', '4', 'Quầy 4: Đất đai, xây dựng', 'counter', 'poster', null, null),
  ('9G72X8', 'xa-long-dien', '5', 'Quầy 5: Hộ kinh doanh', 'counter', 'poster', null, null),
  ('F68R6T', 'xa-long-dien', null, 'Máy đánh giá ở bàn hướng dẫn', 'counter', 'kiosk', null, null),
  ('T24K8C', 'xa-long-dien', null, 'Trang cuối của dịch vụ công trực tuyến', 'online', 'link', null, null),
  ('R3S4T3', 'xa-long-dien', null, 'Tờ rơi gửi kèm kết quả qua bưu điện', 'postal', 'leaflet', null, null),
  ('7B7S25', 'xa-cu-lao-gieng', '1', 'Quầy 1: Hộ tịch', 'counter', 'poster', null, null),
  ('2P9V4R', 'xa-cu-lao-gieng', '2', 'Quầy 2: Chứng thực', 'counter', 'poster', null, null),
  ('7M6C97', 'xa-cu-lao-gieng', '3', 'Quầy 3: Cư trú', 'counter', 'poster', null, null),
  ('R8R63K', 'xa-cu-lao-gieng', '4', 'Quầy 4: Đất đai, xây dựng', 'counter', 'poster', null, null),
  ('G23S9G', 'xa-cu-lao-gieng', '5', 'Quầy 5: Hộ kinh doanh', 'counter', 'poster', null, null),
  ('P9H6S3', 'xa-cu-lao-gieng', null, 'Máy đánh giá ở bàn hướng dẫn', 'counter', 'kiosk', null, null),
  ('Q58P59', 'xa-cu-lao-gieng', null, 'Trang cuối của dịch vụ công trực tuyến', 'online', 'link', null, null),
  ('X83D4R', 'xa-cu-lao-gieng', null, 'Tờ rơi gửi kèm kết quả qua bưu điện', 'postal', 'leaflet', null, null),
  ('C3T4P6', 'xa-nhon-my', '1', 'Quầy 1: Hộ tịch', 'counter', 'poster', null, null),
  ('S5W4N3', 'xa-nhon-my', '2', 'Quầy 2: Chứng thực', 'counter', 'poster', null, null),
  ('2J79P5', 'xa-nhon-my', '3', 'Quầy 3: Cư trú', 'counter', 'poster', null, null),
  ('V63T4C', 'xa-nhon-my', '4', 'Quầy 4: Đất đai, xây dựng', 'counter', 'poster', null, null),
  ('4T6F85', 'xa-nhon-my', '5', 'Quầy 5: Hộ kinh doanh', 'counter', 'poster', null, null),
  ('7V69B3', 'xa-nhon-my', null, 'Máy đánh giá ở bàn hướng dẫn', 'counter', 'kiosk', null, null),
  ('3M3K7R', 'xa-nhon-my', null, 'Trang cuối của dịch vụ công trực tuyến', 'online', 'link', null, null),
  ('6R52V8', 'xa-nhon-my', null, 'Tờ rơi gửi kèm kết quả qua bưu điện', 'postal', 'leaflet', null, null),
  ('9Z62D4', 'xa-long-kien', '1', 'Quầy 1: Hộ tịch', 'counter', 'poster', null, null),
  ('9H3S8Q', 'xa-long-kien', '2', 'Quầy 2: Chứng thực', 'counter', 'poster', null, null),
  ('3K7R6R', 'xa-long-kien', '3', 'Quầy 3: Cư trú', 'counter', 'poster', null, null),
  ('7T4P66', 'xa-long-kien', '4', 'Quầy 4: Đất đai, xây dựng', 'counter', 'poster', null, null),
  ('H58R93', 'xa-long-kien', '5', 'Quầy 5: Hộ kinh doanh', 'counter', 'poster', null, null),
  ('B8F79W', 'xa-long-kien', null, 'Máy đánh giá ở bàn hướng dẫn', 'counter', 'kiosk', null, null),
  ('5F25C7', 'xa-long-kien', null, 'Trang cuối của dịch vụ công trực tuyến', 'online', 'link', null, null),
  ('4S8R3V', 'xa-long-kien', null, 'Tờ rơi gửi kèm kết quả qua bưu điện', 'postal', 'leaflet', null, null),
  ('X43Q58', 'xa-hoi-an', '1', 'Quầy 1: Hộ tịch', 'counter', 'poster', null, null),
  ('S2H7Q9', 'xa-hoi-an', '2', 'Quầy 2: Chứng thực', 'counter', 'poster', null, null),
  ('F4R82H', 'xa-hoi-an', '3', 'Quầy 3: Cư trú', 'counter', 'poster', null, null),
  ('P9P5G4', 'xa-hoi-an', '4', 'Quầy 4: Đất đai, xây dựng', 'counter', 'poster', null, null),
  ('6V3P3Q', 'xa-hoi-an', '5', 'Quầy 5: Hộ kinh doanh', 'counter', 'poster', null, null),
  ('5W3B89', 'xa-hoi-an', null, 'Máy đánh giá ở bàn hướng dẫn', 'counter', 'kiosk', null, null),
  ('7R6K92', 'xa-hoi-an', null, 'Trang cuối của dịch vụ công trực tuyến', 'online', 'link', null, null),
  ('2W5G54', 'xa-hoi-an', null, 'Tờ rơi gửi kèm kết quả qua bưu điện', 'postal', 'leaflet', null, null),
  ('B28X3H', 'xa-cho-moi', '2', 'Quầy 2: Chứng thực (áp phích cũ)', 'counter', 'poster', '2026-03-02', '4P4Q59'),
  ('H94K95', 'thi-tran-cho-moi-cu', null, 'Bộ phận Một cửa thị trấn Chợ Mới', 'counter', 'poster', null, null),
  ('G2Q65R', 'thi-tran-my-luong-cu', null, 'Bộ phận Một cửa thị trấn Mỹ Luông', 'counter', 'poster', null, null),
  ('T97T6D', 'xa-kien-an-cu', null, 'Bộ phận Một cửa xã Kiến An', 'counter', 'poster', null, null),
  ('3Z2P8J', 'xa-my-hoi-dong-cu', null, 'Bộ phận Một cửa xã Mỹ Hội Đông', 'counter', 'poster', null, null),
  ('6V78F6', 'xa-long-dien-a-cu', null, 'Bộ phận Một cửa xã Long Điền A', 'counter', 'poster', null, null),
  ('2F7Z3Z', 'xa-tan-my-cu', null, 'Bộ phận Một cửa xã Tấn Mỹ', 'counter', 'poster', null, null),
  ('4V4X97', 'xa-long-dien-b-cu', null, 'Bộ phận Một cửa xã Long Điền B', 'counter', 'poster', null, null),
  ('6M5D37', 'xa-kien-thanh-cu', null, 'Bộ phận Một cửa xã Kiến Thành', 'counter', 'poster', null, null),
  ('P49B32', 'xa-my-hiep-cu', null, 'Bộ phận Một cửa xã Mỹ Hiệp', 'counter', 'poster', null, null),
  ('G89K52', 'xa-my-an-cu', null, 'Bộ phận Một cửa xã Mỹ An', 'counter', 'poster', null, null),
  ('3D79X3', 'xa-nhon-my-cu', null, 'Bộ phận Một cửa xã Nhơn Mỹ', 'counter', 'poster', null, null),
  ('S27Q39', 'xa-long-giang-cu', null, 'Bộ phận Một cửa xã Long Giang', 'counter', 'poster', null, null),
  ('C6M9D9', 'xa-long-kien-cu', null, 'Bộ phận Một cửa xã Long Kiến', 'counter', 'poster', null, null),
  ('K73C6R', 'xa-binh-phuoc-xuan-cu', null, 'Bộ phận Một cửa xã Bình Phước Xuân', 'counter', 'poster', null, null),
  ('R4V9Q4', 'xa-an-thanh-trung-cu', null, 'Bộ phận Một cửa xã An Thạnh Trung', 'counter', 'poster', null, null),
  ('5B2W2K', 'xa-hoi-an-cu', null, 'Bộ phận Một cửa xã Hội An', 'counter', 'poster', null, null),
  ('M9F3X2', 'xa-hoa-binh-cu', null, 'Bộ phận Một cửa xã Hòa Bình', 'counter', 'poster', null, null),
  ('R89R56', 'xa-hoa-an-cu', null, 'Bộ phận Một cửa xã Hòa An', 'counter', 'poster', null, null)
on conflict do nothing;

-- The short lists shown before the search, alike at counters of one kind.
insert into private.usual_procedures (counter_code, procedure_code, position)
select counter, procedure, position
from unnest(array[
    '8K93N9', 'T36P77', '7B7S25', 'C3T4P6', '9Z62D4', 'X43Q58'
  ]) counter,
  unnest(array['1.001193', '1.000656', '1.000894', '1.004873', '2.000635', '2.000986']) with ordinality usual (procedure, position)
on conflict do nothing;

insert into private.usual_procedures (counter_code, procedure_code, position)
select counter, procedure, position
from unnest(array[
    '4P4Q59', '7Z23V5', '2P9V4R', 'S5W4N3', '9H3S8Q', 'S2H7Q9', 'B28X3H'
  ]) counter,
  unnest(array['2.000815', '2.000884', '2.001035', '2.000908', '2.001406']) with ordinality usual (procedure, position)
on conflict do nothing;

insert into private.usual_procedures (counter_code, procedure_code, position)
select counter, procedure, position
from unnest(array[
    'J4M6S3', 'T2J5Z3', '7M6C97', '2J79P5', '3K7R6R', 'F4R82H'
  ]) counter,
  unnest(array['1.004222', '1.004194', '1.010041', '1.010038', '1.003197']) with ordinality usual (procedure, position)
on conflict do nothing;

insert into private.usual_procedures (counter_code, procedure_code, position)
select counter, procedure, position
from unnest(array[
    'S9Z76J', 'T6V6Z9', 'R8R63K', 'V63T4C', '7T4P66', 'P9P5G4'
  ]) counter,
  unnest(array['1.013978', '1.012796', '1.012812', '1.013225', '1.014159']) with ordinality usual (procedure, position)
on conflict do nothing;

insert into private.usual_procedures (counter_code, procedure_code, position)
select counter, procedure, position
from unnest(array[
    '8H2D95', '9G72X8', 'G23S9G', '4T6F85', 'H58R93', '6V3P3Q'
  ]) counter,
  unnest(array['1.001612', '2.000720', '1.001570', '1.001266', '2.000575']) with ordinality usual (procedure, position)
on conflict do nothing;

insert into private.usual_procedures (counter_code, procedure_code, position)
select counter, procedure, position
from unnest(array[
    'M6X5R9', 'F68R6T', 'P9H6S3', '7V69B3', 'B8F79W', '5W3B89', 'H94K95', 'G2Q65R', 'T97T6D', '3Z2P8J',
    '6V78F6', '2F7Z3Z', '4V4X97', '6M5D37', 'P49B32', 'G89K52', '3D79X3', 'S27Q39', 'C6M9D9', 'K73C6R',
    'R4V9Q4', '5B2W2K', 'M9F3X2', 'R89R56'
  ]) counter,
  unnest(array['2.000815', '1.001193', '1.004873', '2.000635', '1.004222', '1.001612']) with ordinality usual (procedure, position)
on conflict do nothing;

insert into private.usual_procedures (counter_code, procedure_code, position)
select counter, procedure, position
from unnest(array[
    '8P6K6F', 'T24K8C', 'Q58P59', '3M3K7R', '5F25C7', '7R6K92'
  ]) counter,
  unnest(array['1.001193', '2.000986', '2.000635', '1.004873', '1.004194', '1.001612']) with ordinality usual (procedure, position)
on conflict do nothing;

insert into private.usual_procedures (counter_code, procedure_code, position)
select counter, procedure, position
from unnest(array[
    'R84F85', 'R3S4T3', 'X83D4R', '6R52V8', '4S8R3V', '2W5G54'
  ]) counter,
  unnest(array['2.000635', '1.004873', '1.013978', '1.001612']) with ordinality usual (procedure, position)
on conflict do nothing;
