package vn.thidua.cluster.task;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;
import vn.thidua.kit.security.Languages;

/** What tasks and letters about them say, in Vietnamese or English. */
@Component
public class TaskTexts {
    private final ResourceBundleMessageSource texts = new ResourceBundleMessageSource();

    TaskTexts() {
        texts.setBasename("tasks/texts");
        texts.setDefaultEncoding("UTF-8");
        texts.setDefaultLocale(Languages.VIETNAMESE);
        texts.setAlwaysUseMessageFormat(true);
    }

    /** What is to be done, such as "Ký giao ước thi đua". */
    public String task(String code, @Nullable String title, Locale language) {
        return of(language, code, title == null ? "" : title);
    }

    public String of(Locale language, String key, Object... arguments) {
        return texts.getMessage(key, arguments, language);
    }
}
