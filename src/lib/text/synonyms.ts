/**
 * What people call the procedures of a commune. Each line: the code, the official name or its beginning, then other names;
 * southern words and spellings (khai sanh, hôn thú, bằng khoán) among them. A name stands in one line. Marks, i and y, and
 * blanks make no difference. Pages load this file when somebody begins to search.
 */
const lines = `
1.001193 | Đăng ký khai sinh | giấy khai sinh, khai sanh, giấy khai sanh, đăng ký khai sanh, làm giấy khai sinh, làm khai sinh, làm khai sanh, khai sinh cho con, khai sanh cho con, khai sinh cho bé, khai sanh cho bé, sinh con, sanh con, đẻ con, sinh em bé, sanh em bé, trẻ mới sinh, giấy chứng sinh, giấy chứng sanh, birth certificate, birth, giấy cho em bé, giấy cho bé, làm giấy cho con, khai xanh, khai xinh, giấy khai xanh, mới sanh, mới sinh, mới đẻ
1.000656 | Đăng ký khai tử | giấy chứng tử, chứng tử, báo tử, giấy báo tử, giấy khai tử, làm khai tử, khai chết, người chết, người mất, qua đời, có người mất, có người chết, trích lục khai tử, death certificate, death, má mất, mẹ mất, cha mất, tía mất, ông mất, bà mất, nội mất, ngoại mất, chồng mất, vợ mất, nhà mất, tôi mất cha, tôi mất mẹ, má tôi mất, ba tôi mất, mẹ tôi mất, cha tôi mất, chồng tôi mất, vợ tôi mất, chết, mai táng, đám tang, đám ma, tang lễ, khai tử cho người thân, báo tử cho người thân, khai tử
1.000894 | Đăng ký kết hôn | giấy kết hôn, giấy đăng ký kết hôn, giấy hôn thú, hôn thú, làm hôn thú, cưới, đám cưới, lấy vợ, lấy chồng, cưới vợ, kết hôn, đăng ký hôn nhân, hôn nhân gia đình, marriage, marriage certificate, đăng ký vợ chồng, hôn thơ, giấy cưới, giấy kết hôn lần đầu
1.004873 | Cấp Giấy xác nhận tình trạng hôn nhân | giấy độc thân, xác nhận độc thân, độc thân, giấy chưa kết hôn, chưa có vợ, chưa có chồng, chưa vợ, chưa chồng, tình trạng hôn nhân, giấy xác nhận độc thân, ly hôn xác nhận độc thân, single status, ly dị, ly hôn, góa vợ, góa chồng, chưa có gia đình, chưa lập gia đình
2.000635 | Cấp bản sao Trích lục hộ tịch, bản sao Giấy khai sinh | trích lục khai sinh, trích lục khai sanh, trích lục, sao khai sinh, sao khai sanh, bản sao khai sinh, bản sao khai sanh, sao y khai sinh, xin lại khai sinh, trích lục kết hôn, bản sao kết hôn, bản sao hộ tịch, rách khai sinh, rách khai sanh, khai sinh bị rách, khai sinh bản sao, sao lục, sao lục khai sinh, sao lục giấy kết hôn
1.004859 | Thay đổi, cải chính, bổ sung thông tin hộ tịch, xác định lại dân tộc | đổi tên, đổi họ, đổi họ tên, sửa tên, sửa khai sinh, sửa khai sanh, sai tên, sai ngày sinh, sai năm sinh, sửa ngày sinh, sửa năm sinh, cải chính hộ tịch, cải chính khai sinh, điều chỉnh khai sinh, đổi dân tộc, bổ sung hộ tịch, thêm tên đệm, đổi chữ lót, sửa chữ lót, sai chữ lót, đổi họ cho con, sai họ, sai họ tên, sai giới tính, sai quê quán, sai khai sinh, sai khai sanh, sai tên cha, sai tên mẹ, đổi năm sinh, sai tháng sinh, bổ túc khai sinh, cải chánh, cải chánh hộ tịch, đổi ngày sinh
1.004884 | Đăng ký lại khai sinh | mất khai sinh, mất khai sanh, mất giấy khai sinh, mất giấy khai sanh, làm lại khai sinh, làm lại khai sanh, làm lại giấy khai sinh, khai sinh bị mất, cấp lại khai sinh, cấp lại giấy khai sinh, đăng ký lại khai sanh
1.001022 | Đăng ký nhận cha, mẹ, con | nhận cha con, nhận con, nhận cha, nhận mẹ, nhận tía, nhận ba, nhận má, con ngoài giá thú, con riêng, thêm tên cha, con rơi, nhìn con, không có cha, nhận con rơi
1.004837 | Đăng ký giám hộ | giám hộ, người giám hộ, nuôi cháu mồ côi, trẻ mồ côi
1.004845 | Đăng ký chấm dứt giám hộ | thôi giám hộ, bỏ giám hộ, hết giám hộ
1.004772 | Đăng ký khai sinh cho người đã có hồ sơ, giấy tờ cá nhân | khai sinh muộn, khai sanh muộn, khai sinh trễ, khai sanh trễ, khai sinh người lớn, khai sanh người lớn, chưa có khai sinh, chưa có khai sanh, không có khai sinh, trễ hạn khai sinh, trễ hạn khai sanh, khai sinh quá hạn, quá hạn khai sanh, lớn tuổi chưa khai sinh
1.004746 | Đăng ký lại kết hôn | mất giấy kết hôn, mất hôn thú, làm lại giấy kết hôn, làm lại hôn thú, cấp lại giấy kết hôn
1.005461 | Đăng ký lại khai tử | mất giấy chứng tử, mất giấy khai tử, làm lại giấy chứng tử, làm lại khai tử
1.000689 | Đăng ký khai sinh kết hợp đăng ký nhận cha, mẹ, con | khai sinh nhận cha, khai sanh nhận cha, khai sinh con ngoài giá thú, khai sinh và nhận con
2.000986 | Liên thông thủ tục hành chính về đăng ký khai sinh, đăng ký thường trú | liên thông khai sinh, liên thông khai sanh, khai sinh thường trú bảo hiểm, ba trong một, 3 trong 1, nhập khẩu cho con, nhập hộ khẩu cho con, nhập hộ khẩu cho bé
2.001023 | Liên thông các thủ tục hành chính về đăng ký khai sinh, cấp Thẻ bảo hiểm y tế | bảo hiểm y tế cho bé, bảo hiểm y tế trẻ em, thẻ bảo hiểm y tế, bhyt trẻ em, bhyt, bảo hiểm cho con, khai sinh và bảo hiểm y tế, bảo hiểm y tế cho con, thẻ bảo hiểm cho con, thẻ bảo hiểm cho bé, bảo hiểm cho bé, bảo hiểm trẻ sơ sinh, bảo hiểm y tế trẻ sơ sinh
2.002516 | Xác nhận thông tin hộ tịch | xác nhận hộ tịch, tra cứu hộ tịch
2.000528 | Đăng ký khai sinh có yếu tố nước ngoài | khai sinh nước ngoài, khai sanh nước ngoài, con lai, con với người nước ngoài, khai sinh việt kiều
2.000806 | Đăng ký kết hôn có yếu tố nước ngoài | kết hôn nước ngoài, kết hôn với người nước ngoài, lấy chồng nước ngoài, lấy vợ nước ngoài, lấy chồng đài loan, lấy chồng hàn quốc, kết hôn việt kiều, chồng đài loan, vợ đài loan, chồng hàn quốc, chồng trung quốc, chồng tây, vợ tây, chồng mỹ, chồng nhật, chồng úc, chồng ngoại quốc, chồng nước ngoài, vợ nước ngoài, chồng việt kiều, vợ việt kiều, vợ campuchia, chồng campuchia
2.000815 | Chứng thực bản sao từ bản chính | sao y, sao y bản chính, sao y chứng thực, công chứng giấy tờ, công chứng, công chứng bản sao, chứng thực giấy tờ, photo công chứng, phô tô công chứng, công chứng cccd, công chứng căn cước, công chứng bằng cấp, công chứng hồ sơ, thị thực giấy tờ, thị thực, certified copy, chứng thực căn cước, chứng thực cccd, chứng thực bằng cấp, chứng thực giấy khai sinh, sao y căn cước, sao y cccd, sao y bằng cấp, sao y hộ khẩu, công chứng chứng minh, công chứng hộ khẩu, công chứng khai sinh, công chứng giấy tờ xe, bản sao y, photo cccd, photo giấy tờ, phô tô, bản photo, sao bằng
2.000884 | Chứng thực chữ ký trong các giấy tờ, văn bản | xác nhận chữ ký, công chứng chữ ký, chứng chữ ký, giấy ủy quyền, ủy quyền, làm giấy ủy quyền, sơ yếu lý lịch, xác nhận lý lịch, xác nhận sơ yếu lý lịch, lý lịch xin việc, điểm chỉ, lăn tay, giấy cam kết, cam kết, ký tên trước mặt, xác nhận đơn, giấy giới thiệu, giấy bảo lãnh
2.000908 | Cấp bản sao từ sổ gốc | bản sao sổ gốc, trích sao sổ gốc
2.000913 | Chứng thực việc sửa đổi, bổ sung, hủy bỏ giao dịch | hủy hợp đồng, sửa hợp đồng, hủy giao dịch, bỏ hợp đồng đã chứng thực
2.000942 | Cấp bản sao có chứng thực từ bản chính giao dịch đã được chứng thực | bản sao hợp đồng, sao hợp đồng, xin lại hợp đồng
2.001016 | Chứng thực văn bản từ chối nhận di sản | từ chối thừa kế, không nhận thừa kế, từ chối di sản, nhường thừa kế, từ chối nhận tài sản, nhường phần
2.001019 | Chứng thực di chúc | di chúc, làm di chúc, lập di chúc, tờ di chúc, chúc thư, trối, chúc ngôn, di trúc, để lại di chúc
2.001035 | Chứng thực giao dịch liên quan đến tài sản là động sản | hợp đồng mua bán, công chứng hợp đồng, chứng thực hợp đồng, mua bán xe, bán xe, sang tên xe, mua bán nhà đất, hợp đồng mua bán nhà, hợp đồng chuyển nhượng, hợp đồng tặng cho, hợp đồng ủy quyền, công chứng mua bán, giấy tay, mua xe, bán xe máy, mua xe máy, mua xe cũ, sang tên xe máy, hợp đồng thuê nhà, hợp đồng cho thuê, hợp đồng vay, cầm cố đất, công chứng bán đất
2.001406 | Chứng thực văn bản phân chia di sản | chia thừa kế, chia đất, phân chia thừa kế, chia tài sản, chia gia tài, khai nhận di sản, thừa kế, hưởng thừa kế
1.004222 | Đăng ký thường trú | nhập hộ khẩu, nhập khẩu, hộ khẩu, hộ khẩu thường trú, sổ hộ khẩu, làm hộ khẩu, chuyển hộ khẩu, cắt hộ khẩu nhập hộ khẩu, chuyển khẩu, thường trú, residence, ct 01, mẫu ct01, nhập tên hộ khẩu, thêm tên hộ khẩu
1.004194 | Đăng ký tạm trú | tạm trú, sổ tạm trú, kt 3, giấy tạm trú, ở trọ, thuê trọ, đăng ký ở trọ, đăng ký phòng trọ, temporary residence, mướn nhà trọ, mướn trọ, ở mướn, mướn nhà, nhà trọ, thuê nhà, thuê nhà trọ, ở nhờ, ở tạm
1.002755 | Gia hạn tạm trú | hết hạn tạm trú, tạm trú hết hạn, đóng dấu tạm trú, gia hạn kt3, gia hạn sổ tạm trú
1.010038 | Tách hộ | tách hộ khẩu, tách sổ hộ khẩu, tách khẩu, tách sổ, ra riêng, ra ở riêng, lập hộ riêng
1.003197 | Xóa đăng ký thường trú | xóa hộ khẩu, cắt hộ khẩu, cắt khẩu, xóa thường trú, xóa khẩu, xóa tên hộ khẩu, xóa tên thường trú
1.003677 | Khai báo tạm vắng | tạm vắng, đi vắng, báo tạm vắng, giấy tạm vắng, đi làm xa, đi làm ăn xa, đi bình dương, đi sài gòn, đi xa lâu ngày, vắng nhà
1.010041 | Xác nhận thông tin về cư trú | xác nhận cư trú, giấy xác nhận cư trú, xác nhận nơi ở, xác nhận hộ khẩu, giấy xác nhận nơi cư trú, ct 07, mẫu ct07, xác nhận địa chỉ, giấy cư trú, giấy nơi ở, xác nhận đang ở, xác nhận chỗ ở, xác nhận thường trú, xác nhận nhân khẩu, xác nhận tạm trú
2.001159 | Thông báo lưu trú | lưu trú, khai báo lưu trú, khách ở lại, khách ngủ lại, có khách, báo khách, khai báo khách sạn, khai báo nhà trọ, ở chơi, khách ở chơi, ở qua đêm, ngủ lại, nhà nghỉ, khách sạn
1.001612 | Đăng ký thành lập hộ kinh doanh | giấy phép kinh doanh, đăng ký kinh doanh, mở tiệm, mở quán, mở cửa hàng, mở shop, buôn bán, bán hàng, hộ kinh doanh, làm giấy phép kinh doanh, hộ kinh doanh cá thể, mở hộ kinh doanh, gpkd, business license, mở tạp hóa, bán tạp hóa, mở tiệm tạp hóa, mở sạp, mở hàng quán, buôn bán nhỏ lẻ, bán hàng online, quán nhậu, mở quán nhậu, hkd, mở xưởng, mở cơ sở sản xuất
2.000720 | Đăng ký thay đổi nội dung đăng ký hộ kinh doanh | đổi giấy phép kinh doanh, thay đổi giấy phép kinh doanh, đổi địa chỉ kinh doanh, đổi tên tiệm, đổi tên quán, đổi ngành nghề, thay đổi hộ kinh doanh, đổi chủ hộ kinh doanh, thêm ngành nghề, thêm ngành nghề kinh doanh, dời tiệm, dời quán, đổi địa chỉ quán
1.001570 | Tạm ngừng kinh doanh | tạm nghỉ bán, tạm ngưng kinh doanh, tạm ngưng, tạm đóng cửa, nghỉ bán một thời gian, mở lại quán, tạm ngừng bán, ngưng một thời gian
1.001266 | Chấm dứt hoạt động hộ kinh doanh | nghỉ bán, đóng cửa tiệm, dẹp tiệm, dẹp quán, trả giấy phép kinh doanh, giải thể hộ kinh doanh, ngưng kinh doanh, nghỉ kinh doanh, trả môn bài, ngưng bán, ngưng bán luôn, thôi bán, sang quán
2.000575 | Cấp lại Giấy chứng nhận đăng ký hộ kinh doanh | mất giấy phép kinh doanh, cấp lại giấy phép kinh doanh, làm lại giấy phép kinh doanh, đổi giấy chứng nhận hộ kinh doanh, rách giấy phép kinh doanh, giấy phép kinh doanh bị hư
1.013978 | Đăng ký đất đai, tài sản gắn liền với đất, cấp Giấy chứng nhận quyền sử dụng đất | sổ đỏ, làm sổ đỏ, sổ hồng, làm sổ hồng, sổ đỏ lần đầu, cấp sổ đỏ, giấy đất, giấy tờ đất, bằng khoán, bằng khoán đất, giấy chủ quyền, giấy chủ quyền nhà, giấy chứng nhận quyền sử dụng đất, giấy tờ nhà đất, giấy tờ nhà, quyền sử dụng đất, qsdđ, làm giấy đất, land certificate, giấy đỏ, làm giấy đỏ, sổ đất, làm sổ đất, vô sổ đỏ, hợp thức hóa, hợp thức hóa nhà đất
1.013949 | Giao đất, cho thuê đất, chuyển mục đích sử dụng đất | chuyển mục đích, chuyển mục đích sử dụng đất, chuyển đất, lên thổ cư, lên đất thổ cư, chuyển thổ cư, chuyển đất ruộng lên thổ cư, đất thổ cư, thuê đất, gia hạn đất, xin cấp đất, xin giao đất, mướn đất, lên đất ở, đất vườn lên đất ở, đất vườn lên thổ cư
1.012796 | Đính chính Giấy chứng nhận đã cấp | sửa sổ đỏ, sửa sổ hồng, sai sổ đỏ, đính chính sổ đỏ, sổ đỏ sai tên, sổ đỏ bị sai, sai giấy đất, sai diện tích, sai diện tích đất, sai tên sổ đỏ
1.012812 | Hòa giải tranh chấp đất đai | tranh chấp đất, tranh chấp đất đai, tranh đất, lấn đất, lấn ranh, tranh chấp ranh, hòa giải đất, kiện đất, ranh đất, hàng xóm lấn đất, đất bị lấn, bị lấn đất, lấn chiếm đất, cãi nhau ranh đất, giành đất, tranh chấp lối đi, lối đi chung
1.012783 | Cấp đổi Giấy chứng nhận quyền sử dụng đất | đổi sổ đỏ, cấp đổi sổ đỏ, đổi sổ hồng, sổ đỏ cũ, đổi giấy đất, rách sổ đỏ, sổ đỏ bị rách, sổ đỏ bị ướt, sổ đỏ bị hư, sổ đỏ hư, sổ đỏ ố
1.012784 | Tách thửa hoặc hợp thửa đất | tách thửa, tách sổ đỏ, tách đất, hợp thửa, gộp thửa, cắt đất, chia thửa, gộp đất, gộp sổ, nhập thửa, nhập đất, tách sổ đất, cắt sổ
1.012786 | Cấp lại Giấy chứng nhận do bị mất | mất sổ đỏ, mất sổ hồng, mất giấy đất, làm lại sổ đỏ, cấp lại sổ đỏ, mất bằng khoán, sổ đỏ bị cháy, cháy sổ đỏ, thất lạc sổ đỏ
1.013831 | Đăng ký biến động quyền sử dụng đất | sang tên sổ đỏ, sang tên, sang tên đất, sang nhượng đất, chuyển nhượng đất, mua bán đất, mua đất, bán đất, tặng cho đất, cho đất con, thừa kế đất, biến động đất, sang sổ đỏ, sang sổ, cha mẹ cho đất, cho đất, tặng đất, sang đất, đất cầm cố, chuộc đất, chuyển quyền đất, mua nhà đất
1.013225 | Cấp giấy phép xây dựng mới | giấy phép xây dựng, giấy phép xây nhà, xin phép xây nhà, xây nhà, cất nhà, xin phép cất nhà, làm nhà, gpxd, giấy phép xây dựng nhà ở, phép xây dựng, building permit, cất chòi, xây chuồng, xây hàng rào, cất trại, xây nhà trọ, xây nhà mới
1.013226 | Cấp điều chỉnh giấy phép xây dựng | sửa giấy phép xây dựng, đổi giấy phép xây dựng, điều chỉnh giấy phép xây dựng, đổi bản vẽ
1.013227 | Gia hạn giấy phép xây dựng | giấy phép xây dựng hết hạn, gia hạn xây nhà, gia hạn cất nhà, gia hạn giấy phép cất nhà, gia hạn giấy phép xây nhà
1.013229 | Cấp giấy phép xây dựng sửa chữa, cải tạo | sửa nhà, xin phép sửa nhà, sửa chữa nhà, cải tạo nhà, nâng tầng, giấy phép sửa nhà, cơi nới, cơi nới nhà, sửa lại nhà, lợp lại nhà, nâng nền, xây thêm tầng, thêm tầng, đổ thêm tầng
1.011606 | Công nhận hộ nghèo, hộ cận nghèo; hộ thoát nghèo | sổ hộ nghèo, hộ nghèo, sổ nghèo, cận nghèo, thoát nghèo, xét hộ nghèo hằng năm, hộ nghèo hàng năm
1.011607 | Công nhận hộ nghèo, hộ cận nghèo thường xuyên hằng năm | xin hộ nghèo, xét hộ nghèo, đăng ký hộ nghèo, xin sổ hộ nghèo, hộ khó khăn, hoàn cảnh khó khăn, giấy hộ nghèo, đơn hộ nghèo
1.011609 | Công nhận hộ làm nông nghiệp | mức sống trung bình, hộ trung bình, hộ nông nghiệp, hộ làm nông, hộ diêm nghiệp, làm muối, sống trung bình
2.001263 | Đăng ký việc nuôi con nuôi trong nước | nhận con nuôi, con nuôi, xin con nuôi, nuôi con nuôi, adoption, nuôi con người ta, xin con về nuôi, làm con nuôi, cho con nuôi, cha mẹ nuôi, tía má nuôi, ba má nuôi
1.008004 | Chuyển đổi cơ cấu cây trồng, vật nuôi trên đất trồng lúa | chuyển đất lúa, đất lúa trồng cây, lên vườn, trồng cây trên đất ruộng, đào ao nuôi cá, đất ruộng lên vườn, lên liếp, lúa qua vườn, ruộng lên vườn, trên đất lúa, chuyển đất ruộng, đất ruộng, trồng cây ăn trái, cây ăn trái, trồng màu, trồng cây trên ruộng, nuôi cá trên ruộng, nuôi tôm trên ruộng, nuôi cá đất lúa, đào ao
1.013274 | Cấp phép sử dụng tạm thời lòng đường, vỉa hè | lòng đường, vỉa hè, lề đường, dựng rạp đám cưới, dựng rạp, che rạp, mượn vỉa hè, mượn lề đường, rạp cưới, rạp đám, đậu xe vỉa hè, bán vỉa hè, buôn bán lề đường, để vật tư ngoài đường, đám cưới ngoài đường, đám cưới ngoài lộ, ngoài lộ, chiếm lòng đường
1.014159 | Cung cấp thông tin quy hoạch | xem quy hoạch, tra quy hoạch, hỏi quy hoạch, quy hoạch đất, coi quy hoạch, đất quy hoạch, dính quy hoạch, có quy hoạch không, vướng quy hoạch, quy hoạch treo, lộ giới, có quy hoạch, giải tỏa
1.002211 | Công nhận hòa giải viên | hòa giải viên, làm hòa giải viên, tổ hòa giải
`

export type Synonym = {
  code: string
  /** The official name, or as much of it as tells it from others. */
  name: string
  others: string[]
}

export const synonyms: Synonym[] = lines
  .trim()
  .split('\n')
  .map(line => {
    const [code = '', name = '', others = ''] = line.split(' | ')
    return { code, name, others: others.split(', ') }
  })
