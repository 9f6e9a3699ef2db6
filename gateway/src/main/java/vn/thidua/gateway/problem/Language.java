package vn.thidua.gateway.problem;

import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpHeaders;

/** The languages of the platform; Vietnamese unless the caller prefers English. */
enum Language {
    VI,
    EN;

    private static final List<String> TAGS = List.of("vi", "en");

    static Language of(HttpHeaders headers) {
        try {
            String tag = Locale.lookupTag(headers.getAcceptLanguage(), TAGS);
            return "en".equals(tag) ? EN : VI;
        } catch (IllegalArgumentException unreadableHeader) {
            return VI;
        }
    }

    String tag() {
        return this == EN ? "en" : "vi";
    }
}
