package vn.thidua.cluster.message;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
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

    /**
     * What a message is about.
     *
     * @param clusterName null, as the season's, outside of any season
     */
    record Facts(
            String code,
            @Nullable String title,
            @Nullable LocalDate dueOn,
            Stage stage,
            @Nullable String clusterName,
            @Nullable String seasonName,
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

    /** One line: that somebody was invited. */
    String invitation(Locale language) {
        return texts.of(language, "invited");
    }

    /** A letter about these, all to one person. */
    Letter letter(List<Waiting> waiting) {
        var due = new ArrayList<Facts>();
        var invited = new ArrayList<Waiting.About.Invited>();
        for (var one : waiting) {
            switch (one.about()) {
                case Waiting.About.Due(var facts) -> due.add(facts);
                case Waiting.About.Invited invitation -> invited.add(invitation);
            }
        }
        var parts = new ArrayList<String>();
        parts.add(of("letter.greeting"));
        if (!invited.isEmpty()) {
            parts.add(invitation(invited.getFirst()));
        }
        if (!due.isEmpty()) {
            parts.add(of("letter.lead") + "\n" + lines(due));
        }
        parts.add(of(due.isEmpty() ? "letter.close.invited" : "letter.close", settings.console()));
        var first = waiting.getFirst();
        return new Letter(
                waiting.stream().map(Waiting::messageId).sorted().findFirst().orElseThrow(),
                first.personId(),
                first.email(),
                first.phone(),
                waiting.stream().map(Waiting::messageId).toList(),
                invited.isEmpty() ? subject(due) : of("letter.subject.invited"),
                String.join("\n\n", parts));
    }

    /** A letter to a guest about one thing: nobody asks a guest to log in. */
    Letter letter(GuestLetterStore.Addressed guest) {
        var line = line(guest.facts(), Languages.VIETNAMESE);
        return new Letter(
                guest.id(),
                null,
                guest.email(),
                null,
                List.of(guest.id()),
                of("letter.subject.one", line),
                String.join(
                        "\n\n",
                        of("letter.guest.greeting", guest.name()),
                        line + "\n"
                                + of(
                                        "letter.guest.from",
                                        // Guests are of conferences, and those are a cluster's.
                                        Objects.requireNonNull(guest.facts().clusterName()),
                                        guest.facts().unitName()),
                        of("letter.guest.close")));
    }

    private String subject(List<Facts> due) {
        return due.size() == 1
                ? of("letter.subject.one", line(due.getFirst(), Languages.VIETNAMESE))
                : of("letter.subject.many", due.size());
    }

    private String lines(List<Facts> due) {
        var lines = due.stream()
                .limit(MOST_LINES)
                .map(one -> "- " + line(one, Languages.VIETNAMESE) + "\n  " + place(one))
                .collect(Collectors.joining("\n"));
        return due.size() > MOST_LINES ? lines + "\n" + of("letter.more", due.size() - MOST_LINES) : lines;
    }

    private String place(Facts facts) {
        return facts.clusterName() == null || facts.seasonName() == null
                ? of("letter.place.outside", facts.unitName())
                : of("letter.place", facts.clusterName(), facts.seasonName(), facts.unitName());
    }

    private String invitation(Waiting.About.Invited invited) {
        var name = invited.username() == null
                ? of("letter.invited.elsewhere")
                : of("letter.invited.name", invited.username());
        return of("letter.invited") + "\n" + name + "\n" + of("letter.invited." + invited.password());
    }

    private String of(String key, Object... values) {
        return texts.of(Languages.VIETNAMESE, key, values);
    }
}
