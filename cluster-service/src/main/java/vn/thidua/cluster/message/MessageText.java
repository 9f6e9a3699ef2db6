package vn.thidua.cluster.message;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thidua.cluster.task.TaskTexts;
import vn.thidua.kit.security.Languages;

/** Puts reminders into words. Letters are in Vietnamese: nobody's language is known when nobody asks. */
@Component
class MessageText {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    /** More than this nobody reads in a letter; the rest is on the page it leads to. */
    private static final int MOST_LINES = 30;

    /** What a message is about. */
    record Facts(
            String code,
            @Nullable String title,
            @Nullable LocalDate dueOn,
            Stage stage,
            String clusterName,
            String seasonName,
            String unitName) {}

    private final TaskTexts texts;
    private final MessageSettings settings;

    MessageText(TaskTexts texts, MessageSettings settings) {
        this.texts = texts;
        this.settings = settings;
    }

    /** One line: what is to be done and by when. */
    String line(Facts facts, Locale language) {
        var task = texts.task(facts.code(), facts.title(), language);
        var day = facts.dueOn() == null ? "" : DAY.format(facts.dueOn());
        return texts.of(language, "stage." + facts.stage(), task, day);
    }

    /** A letter about these, all to one person. */
    Letter letter(List<Waiting> waiting) {
        var language = Languages.VIETNAMESE;
        var first = waiting.getFirst();
        var subject = waiting.size() == 1
                ? texts.of(language, "letter.subject.one", line(first.facts(), language))
                : texts.of(language, "letter.subject.many", waiting.size());
        var lines = waiting.stream()
                .limit(MOST_LINES)
                .map(one -> "- " + line(one.facts(), language) + "\n  "
                        + texts.of(
                                language,
                                "letter.place",
                                one.facts().clusterName(),
                                one.facts().seasonName(),
                                one.facts().unitName()))
                .collect(Collectors.joining("\n"));
        if (waiting.size() > MOST_LINES) {
            lines += "\n" + texts.of(language, "letter.more", waiting.size() - MOST_LINES);
        }
        var text = texts.of(language, "letter.greeting") + "\n\n" + texts.of(language, "letter.lead") + "\n" + lines
                + "\n\n" + texts.of(language, "letter.close", settings.console());
        return new Letter(
                waiting.stream().map(Waiting::messageId).sorted().findFirst().orElseThrow(),
                first.personId(),
                first.email(),
                first.phone(),
                waiting.stream().map(Waiting::messageId).toList(),
                subject,
                text);
    }
}
