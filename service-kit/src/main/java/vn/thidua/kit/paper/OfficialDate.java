package vn.thidua.kit.paper;

import java.time.LocalDate;

/** A day as official papers write it: days below 10 and the first two months with a zero before them (NĐ 30/2020/NĐ-CP, phụ lục I). */
public final class OfficialDate {
    private OfficialDate() {}

    public static String of(LocalDate day) {
        return "ngày %02d tháng %s năm %d"
                .formatted(
                        day.getDayOfMonth(),
                        day.getMonthValue() < 3 ? "0" + day.getMonthValue() : Integer.toString(day.getMonthValue()),
                        day.getYear());
    }
}
