package vn.thidua.cluster.exemplar;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.cluster.exemplar.Exemplar.Level;
import vn.thidua.cluster.exemplar.Exemplar.State;
import vn.thidua.cluster.exemplar.Exemplar.Subject;
import vn.thidua.cluster.exemplar.Replication.Course;

/** How exemplars are shown. Names are today's; those of people whose data was erased are null. */
final class ExemplarViews {
    private ExemplarViews() {}

    /**
     * An exemplar in a list. Name, place, title and picture are null once a person or a household is withdrawn.
     *
     * @param field what it is an example in, or null
     * @param pictureId at {@code /api/v1/files/cluster}
     * @param replicatedBy how many other units do likewise, those that gave up left out
     */
    record ExemplarCard(
            @NotNull UUID id,
            @NotNull State state,
            @NotNull Subject subject,
            @NotNull UUID unitId,
            @NotNull String unitName,
            @Nullable String name,
            @Nullable String place,
            @Nullable String title,
            @Nullable String field,
            @NotNull Level level,
            int year,
            @Nullable UUID pictureId,
            int replicatedBy) {}

    /** Who did something, and when; the name is null when the person's data was erased. */
    record ExemplarAct(@Nullable String by, @NotNull Instant at) {}

    /** @param obtainedBy the name of whoever obtained it; null when the person's data was erased */
    record ConsentView(@NotNull LocalDate day, @Nullable String obtainedBy) {}

    /** How many other units do likewise, by how it stands. */
    record Spread(int underWay, int established, int givenUp) {}

    /**
     * An exemplar. Name, place, title, story and picture are null once a person or a household is withdrawn.
     *
     * @param personId the subject, when the platform knows it
     * @param proposedById the person who may edit it while it is proposed, and who has no part in verifying and publishing it
     * @param judged verified, or refused
     * @param reason of the refusal or withdrawal
     */
    record ExemplarView(
            @NotNull UUID id,
            @NotNull State state,
            @NotNull Subject subject,
            @NotNull UUID unitId,
            @NotNull String unitName,
            @Nullable UUID personId,
            @Nullable String name,
            @Nullable String place,
            @Nullable String title,
            @Nullable String story,
            @Nullable String field,
            @NotNull Level level,
            int year,
            @Nullable UUID movementId,
            @Nullable String movementName,
            @Nullable UUID pictureId,
            @NotNull UUID proposedById,
            @NotNull ExemplarAct proposed,
            @Nullable ExemplarAct judged,
            @Nullable ConsentView consent,
            @Nullable ExemplarAct published,
            @Nullable ExemplarAct withdrawn,
            @Nullable String reason,
            @NotNull Spread replications,
            long version) {}

    /** Somebody whom a unit may name as its exemplar. */
    record NameablePerson(@NotNull UUID id, @NotNull String name) {}

    /** @param reason why it was given up */
    record FollowUpView(
            @NotNull UUID id,
            @NotNull LocalDate day,
            @NotNull Course state,
            @NotNull String done,
            @Nullable String reason,
            @Nullable String reportedBy) {}

    /**
     * A unit that does likewise.
     *
     * @param state as its last follow-up says
     * @param followUps the newest first
     */
    record ReplicationView(
            @NotNull UUID id,
            @NotNull UUID unitId,
            @NotNull String unitName,
            @NotNull LocalDate since,
            @NotNull Course state,
            @NotNull List<FollowUpView> followUps) {}
}
