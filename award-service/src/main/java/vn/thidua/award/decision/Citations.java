package vn.thidua.award.decision;

import java.util.List;
import vn.thidua.award.season.KnownSeason;

/** Words of an award document that follow from what is known. */
final class Citations {
    private static final List<String> KINDS =
            List.of("Tỉnh ", "Thành phố ", "Xã ", "Phường ", "Đặc khu ", "Huyện ", "Thị xã ");

    private Citations() {}

    /** What it is for, when the nomination does not say so in its own words. */
    static String of(KnownSeason season, boolean leads) {
        var cluster = season.clusterName();
        var deed = leads ? "Đã dẫn đầu phong trào thi đua" : "Đã có thành tích xuất sắc trong phong trào thi đua";
        return "%s%s, %s"
                .formatted(
                        deed,
                        cluster == null ? "" : " của " + cluster,
                        season.name().matches("\\d{4}") ? "năm " + season.name() : season.name());
    }

    /** The place before the date: the authority's name without what kind of place it is. */
    static String place(String authority) {
        return KINDS.stream()
                .filter(authority::startsWith)
                .findFirst()
                .map(kind -> authority.substring(kind.length()))
                .orElse(authority);
    }
}
