package vn.thidua.cluster.comment;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How comments are shown, and answered. */
public final class CommentViews {
    private CommentViews() {}

    /** How a comment was answered. */
    public enum Outcome {
        ACCEPTED,
        PARTLY,
        DECLINED
    }

    /**
     * What a member says.
     *
     * @param number of the version commented on
     * @param paragraph of a regulation's draft, from 1; null for the whole
     * @param passage the words of that paragraph
     * @param place in a paper of a conference, as the member names it; null for the whole
     * @param saidBy the person's name; null when its data was erased
     * @param answer null while there is none
     */
    public record CommentView(
            @NotNull UUID id,
            @NotNull UUID unitId,
            @NotNull String unitName,
            int number,
            @Nullable Integer paragraph,
            @Nullable String passage,
            @Nullable String place,
            @NotNull String text,
            @NotNull Instant saidAt,
            @Nullable String saidBy,
            @Nullable AnswerView answer) {}

    /** @param answeredBy the person's name; null when its data was erased, or a system of an agency answered */
    public record AnswerView(
            @NotNull Outcome outcome,
            @NotNull String reason,
            @NotNull Instant answeredAt,
            @Nullable String answeredBy) {}

    public record Answer(
            @NotNull Outcome outcome,
            @NotBlank @Size(min = 1, max = 5000) String reason) {}

    public record Said(@NotNull UUID id) {}
}
