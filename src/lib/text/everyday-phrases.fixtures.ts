/** What people write in the field, and the procedures of which one must be among the first three. Typed raw, by its code, in a sentence. */
export const everydayPhrases = `
* 1.001193: dang ky khai sinh | khai sinhj | khai sinh. | giấy chứng sanh | làm giấy cho em bé | đẻ con | ddawng kys
khai sinh | d9ang7 ky1 khai sinh | khai xinh | khai xanh | 1001193 | 1.001193 | 1 001193 | 1,001193 | 1-001193 |
1.001.193 | 1001193.000.00.00.H01 | 1.001193.H01 | 1.001193.000.00.00.H50 | 001193 | TTHC 1.001193 | mã 1.001193 | mã
thủ tục 1.001193 | thủ tục số 1.001193 | số 1.001193 | #1.001193 | 1.001193 - Đăng ký khai sinh | １.００１１９３ | 1.001193
(cấp xã) | muốn làm khai sinh cho con | thủ tục khai sinh | làm giấy khai sinh ở đâu | giấy tờ khai sinh cho bé | con
tôi mới sanh | vợ mới sanh | khai sanh cho cháu nội | làm giấy tờ cho con mới đẻ | giaays khai sinh | Khai Sinh | KHAI
SANH | khaisanh | khai- sinh | khai_sinh | khai  sinh | khai sin | khái sinh | khải sinh | vợ tôi mới sanh em bé muốn
làm giấy khai sanh
* 1.013978 1.012783: so do | soor ddor
* 1.013978: so62 do3 | làm sổ đỏ lần đầu | cấp sổ đỏ lần đầu | sổ đỗ | giấy đỏ | bằng khoán | giấy đất | làm giấy đất |
làm sổ đất | thủ tục làm sổ đỏ | cách làm sổ đỏ | hồ sơ làm sổ đỏ | chưa có sổ đỏ | hợp thức hóa nhà đất | hợp thức
hóa | so^? ddo? | đất chưa có sổ làm sổ đỏ | đất ông bà để lại chưa có sổ | cấp giấy đất lần đầu
* 1.013978 1.013831: sổ hồng
* 1.012786: mất sổ đỏ | mat so do | sổ đỏ cháy | rớt mất sổ đỏ | làm lại sổ đỏ bị mất
* 1.012783: đổi sổ đỏ | sổ đỏ bị ướt | sổ đỏ cũ đổi sổ mới
* 1.013831: sang tên sổ đỏ | sang tên đất | cho đất con | tặng đất cho con | mua đất | bán đất | chuyển quyền sử dụng
đất | cha mẹ cho đất | sang đất cho con | chuộc đất cầm cố | sang teen soor ddor | mua đất sang tên
* 1.013831 2.001035: mua bán đất
* 1.012784: tách sổ đỏ | tách thửa | cắt đất | gộp đất | nhập thửa | tach tua | tách đất cho con
* 2.001406 1.012784 1.013831: chia đất cho con
* 1.012812: tranh chấp đất | cãi nhau ranh đất | lấn ranh | lấn đất | hàng xóm lấn đất | kiện đất | giành đất | tranh
chấp lối đi | tranh chấp ranh đất với hàng xóm
* 1.013949: lên thổ cư | chuyển đất thổ cư | đất ruộng lên thổ cư | chuyển mục đích đất | đất vườn lên thổ cư | xin cấp
đất | mướn đất | thuê đất công | lên đất ở | đất vườn lên đất ở | chuyển đất ruộng sang thổ cư | chuyển đất nông
nghiệp lên thổ cư
* 1.008004: lúa qua vườn | trồng xoài trên đất lúa | đào ao nuôi cá | lên liếp | nuôi tôm trên đất lúa | trồng cây ăn
trái trên ruộng | bỏ lúa trồng màu | nuôi cá trên ruộng | đất lúa chuyển qua trồng sầu riêng
* 1.008004 1.013949: chuyển ruộng lên vườn
* 1.013225: xây nhà | cất nhà | xin phép cất nhà | giấy phép xây nhà | cất chòi | xây chuồng heo | xây nhà cấp 4 | làm
nhà mới | xin giấy phép cất nhà | xây nhà có cần giấy phép không
* 1.013229: sửa nhà | cơi nới nhà | sửa nhà có xin phép không
* 1.013229 1.013226: nâng tầng | đổ thêm tầng
* 1.013227: gia hạn giấy phép xây dựng | gia hạn giấy phép cất nhà
* 1.011606 1.011607: hộ nghèo | cận nghèo | hoj nghefo | ho nghèo | rớt hộ nghèo | giấy hộ cận nghèo | chứng nhận hộ
nghèo | xin giấy chứng nhận hộ cận nghèo
* 1.011607 1.011606: xin hộ nghèo | sổ hộ nghèo | giấy hộ nghèo
* 2.001263: xin con nuôi | nhận con nuôi | nuôi con người ta | đăng ký tía má nuôi | xin con nuôi ở trại mồ côi
* 1.013274: bán cà phê vỉa hè | đám cưới che rạp ngoài đường | che rạp | dựng rạp đám ma | để xe vỉa hè | che dù lề
đường | để vật tư ngoài đường | làm đám cưới ngoài lộ | dựng rạp đám tang trước nhà
* 1.014159: coi quy hoạch | xem quy hoạch | đất có dính quy hoạch không | lộ giới | đất có quy hoạch | coi đất có quy
hoạch không
* 1.002211: hòa giải viên | làm hòa giải viên ở ấp
* 1.001612: mở tiệm | mở quán | mở quán cà phê | mở tạp hóa | giấy phép kinh doanh | giấy phép buôn bán | buôn bán nhỏ |
đăng ký quán nhậu | mở tiệm tóc | mở tiệm sửa xe | giấy phép hộ kinh doanh | hkd | dang ky ho kinh doanh | mở quán cơm
| mở tiệm thuốc | giấy phép mở quán | đăng ký hộ kinh doanh cá thể
* 1.001266: đóng cửa tiệm | trả giấy phép kinh doanh | ngưng bán luôn | nghỉ bán trả giấy phép
* 1.001266 1.001570: nghỉ bán
* 1.001570: tạm nghỉ bán | tạm ngừng bán | tạm đóng cửa quán
* 2.000720: đổi tên tiệm | đổi chủ hộ kinh doanh | thêm ngành nghề kinh doanh | đổi địa chỉ kinh doanh | dời tiệm | đổi
tên quán
* 2.000575: mất giấy phép kinh doanh | rách giấy phép kinh doanh | cấp lại giấy phép kinh doanh bị mất
* 1.000656: má tôi mất | người nhà mất | bà nội mất | cha mất | ông ngoại chết | giấy báo tử | mai táng | đám tang |
chứng tử | chuwngs tuwr | chung71 tu7 | khai tuwr | khai tu73 | khai tử cho bà nội | giay61 chung71 tu73 | tía tôi qua
đời | bà ngoại mới mất | làm giấy chứng tử cho ba
* 1.000894: cưới vợ | lấy chồng | dang ki ket hon | đăng kí kết hôn | dang kí ket hôn | đăng ký kết hônn | ket hon |
keets hoon | kết hôn. | đăng lý kết hôn | đăng ký ket hon | tôi muốn đăng ký kết hôn | đi đăng ký vợ chồng | giấy cưới
| hôn thơ | hôn thú | dawng kys keets hoon | ket61 ho6n | kethon | ket hong | kết hon
* 2.000806: cưới vợ đài loan | lấy chồng tây | lấy chồng trung quốc | lấy chồng mỹ | đăng ký kết hôn với việt kiều
* 1.004873: giấy độc thân | xác nhận độc thân | chưa có chồng | ly dị | li hôn | xin giấy xác nhận độc thân | d9o65c
tha6n | doc than | độc thăng | xin giấy độc thân để cưới vợ | giấy xác nhận chưa có gia đình | giấy chưa vợ con
* 1.004859: đổi tên cho con | sửa tên trong khai sinh | sai chữ lót | đổi họ cho con | khai sinh sai năm sinh | đổi năm
sinh | sai ngày tháng năm sinh | cải chánh hộ tịch | đổi tên lót | sửa lại tên cha trong khai sanh | khai sinh ghi sai
tên mẹ | đổi dân tộc khmer
* 1.004884: làm lại khai sinh | mất khai sanh | tôi cần làm lại giấy khai sinh bị mất
* 1.004884 2.000635: rách khai sinh
* 1.001022: nhận cha cho con | nhận con ruột | con rơi | nhìn con
* 1.004837: giám hộ cháu | làm giám hộ cho cháu | mồ côi
* 1.004837 2.001263: nuôi cháu
* 1.004222: nhập khẩu | nhập khẩu cho vợ | nhập hộ khẩu cho vợ | vô hộ khẩu | dô hộ khẩu | vào hộ khẩu | hộ khẩu mới |
hooj khaaur | ho65 kha63u | thường chú | chuyển hộ khẩu về quê chồng | nhập tên vô hộ khẩu | thêm tên vô sổ hộ khẩu |
đổi hộ khẩu | ho^. kha^?u | hokhau | thuong chu | con dâu nhập khẩu nhà chồng
* 1.003197: cắt khẩu | xóa khẩu | xóa tên trong hộ khẩu | cắt khẩu đi tỉnh khác
* 1.010038: tách khẩu | tách hộ ra riêng | tách sổ hộ khẩu ra riêng | tách khẩu cho con trai
* 1.004194: ở trọ | mướn nhà trọ | thuê nhà | kt3 | KT 3 | tajm trus | tam5 tru1 | tạm chú | tạm trũ | ở tạm | khai tạm
trú cho công nhân | tạm tru | tam chu | đăng ký tạm trú cho người thuê trọ
* 1.003677: đi bình dương làm | đi làm xa | đi làm bình dương báo tạm vắng
* 2.001159: khách ở lại đêm | bà con ở chơi | nhà nghỉ khai khách | khai báo khách ngủ | người thân về chơi ngủ lại
* 1.010041: giấy cư trú | giấy xác nhận cư trú | ct 07 | CT07 | giấy xác nhận thường trú | xác nhận nhân khẩu | giấy xác
nhận nơi cư trú cho con đi học | đơn xác nhận cư trú
* 2.000815: photo công chứng | pho to cong chung | sao y | sao y bản chánh | công chứng giấy | công chứng chứng minh |
công chứng bằng | công chứng hộ khẩu | chứng thực căn cước | công chúng | photo cccd | sao y giấy tờ | công chứng sổ
đỏ | congchung | sao y công chứng bằng cấp 3 | công chứng hồ sơ xin việc | công chứng học bạ
* 2.000884: ủy quyền | uỷ quyền | giấy uỷ quyền | sơ yếu lí lịch | so yeu ly lich | giấy cam kết | ký tên trước mặt cán
bộ | chứng chữ kí | xác nhận đơn | giấy giới thiệu | ủy quyền lãnh lương | sơ yếu lý lịch xin việc | uyr quyeenf | u?y
quye\`n | chứng thực chữ ký sơ yếu lý lịch | giấy ủy quyền bán đất | ủy quyền nhận tiền
* 2.001019: làm di chúc | để di chúc | chúc ngôn | di trúc | dì chúc | di chucs | làm di chúc cho đất con út
* 2.001406 1.013831: thừa kế đất
* 2.001406: chia gia tài | chia tài sản cha mẹ để lại | giấy chia đất | phân chia tài sản | chia đất cha mẹ để lại | anh
em chia đất
* 2.001016: không nhận thừa kế | nhường thừa kế | từ chối nhận tài sản | từ chối nhận phần đất thừa kế
* 2.001035: mua xe | bán xe máy | sang tên xe máy | công chứng hợp đồng mua bán đất | hợp đồng cho thuê nhà | giấy bán
xe | hợp đồng tặng cho đất | hợp đồng cầm cố đất | sang tên xe honda | bán xe cho người khác
* 2.001023 2.000986: bảo hiểm y tế cho con | thẻ bảo hiểm cho bé | bhyt | bảo hiểm dưới 6 tuổi | bảo hiểm y tế trẻ sơ
sinh
* 2.000986 2.001023: liên thông
* 1.004772 1.001193: khai sinh tre
* 2.000635: giấy khai sinh bản sao | xin bản sao khai sinh | xin trích lục kết hôn | sao lục khai sinh | xin sao lục
giấy kết hôn
* 1.004859 1.004884: bổ túc khai sinh
* 1.004772: người già chưa có khai sinh | làm khai sanh cho người lớn | trễ hạn khai sanh | khai sinh quá hạn
* 1.000689 1.001022: con không có cha
* 1.003197 1.000656: xóa tên người chết
* 1.004222 2.000986: làm hộ khẩu cho con
* 1.004194 1.003677: tạm trú tạm vắng
* 1.002755: gia hạn kt3 | sổ tạm trú hết hạn
* 1.004222 1.004194: mẫu ct01 | ct01
* 2.000720 1.001266: sang quán
* 1.012783 1.012786: sổ đỏ bị rách
* 1.012796: sổ đỏ ghi sai tên | sai diện tích sổ đỏ
* 1.013831 2.001406: đất thừa kế
* 1.012812 1.002211: hòa giải
* 1.013226: chỉnh giấy phép xây dựng
* 1.011607: đơn xin hộ nghèo | xin vô hộ nghèo
* 1.011606: thoát nghèo | xét hộ nghèo cuối năm
* 1.011607 1.011606 1.011609: hộ khó khăn
* 1.011609: làm muối | hộ nông dân sống trung bình
* 2.000815 2.000908: sao bằng
* 2.001023: bảo hiểm trẻ em
* 2.000986: 3 trong 1
* 1.001193 2.000986 2.001023: làm khai sinh cho con dưới 6 tuổi
* 1.000689: khai sinh cho con ngoài giá thú
* 2.000986 1.004222: nhập khẩu cho con mới sanh
* 1.004746: mất giấy kết hôn xin lại
* 1.004845: hết giám hộ
* 1.004222 1.003197: chuyển khẩu đi nơi khác
* 2.001159 1.004194: chủ nhà trọ khai báo
`
  .split(/^\* /m)
  .slice(1)
  .flatMap(group => {
    const [codes = '', phrases = ''] = group.replace(/\s+/g, ' ').split(': ')
    return phrases.split(' | ').map(phrase => ({ phrase, codes: codes.split(' ') }))
  })
