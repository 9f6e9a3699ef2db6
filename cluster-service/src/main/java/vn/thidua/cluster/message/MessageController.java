package vn.thidua.cluster.message;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.cluster.access.Ability;
import vn.thidua.kit.mandate.Mandates;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Page;

/** What the caller was reminded of, and what went out to whom. */
@RestController
@RequestMapping("/api/v1/messages")
@Tag(name = "Messages")
final class MessageController {
    /**
     * @param text what is to be done and by when, in the caller's language
     * @param seasonId null, as its name and the cluster's, outside of any season
     * @param madeAt by the business clock
     * @param readAt by the business clock, or null
     */
    record MessageView(
            @NotNull UUID id,
            @NotNull String code,
            @NotNull Stage stage,
            @NotNull String text,
            @NotNull UUID unitId,
            @NotNull String unitName,
            @Nullable UUID seasonId,
            @Nullable String seasonName,
            @Nullable String clusterName,
            @Nullable UUID aboutId,
            @Nullable LocalDate dueOn,
            @NotNull Instant madeAt,
            @Nullable Instant readAt) {}

    /**
     * @param code {@code INVITATION} for an invitation to log in, which belongs to no season
     * @param unitId the person's own for an invitation
     */
    record OutgoingMessage(
            @NotNull UUID id,
            @NotNull String code,
            @NotNull Stage stage,
            @NotNull String text,
            @NotNull UUID unitId,
            @NotNull String unitName,
            @Nullable UUID seasonId,
            @Nullable String seasonName,
            @Nullable String clusterName,
            @Nullable UUID aboutId,
            @Nullable LocalDate dueOn,
            @NotNull Instant madeAt,
            @Nullable Instant readAt) {}

    /** @param error kind of the last failure, or null */
    record DeliveryView(
            @NotNull String channel,
            @NotNull String state,
            int attempts,
            @Nullable Instant sentAt,
            @Nullable String error) {}

    /**
     * @param personName null once the person's data is erased
     * @param guest whether it is a letter to somebody who is nobody here, and reads nothing here
     * @param deliveries none where no way out is configured
     */
    record OutgoingView(
            @NotNull OutgoingMessage message,
            @Nullable String personName,
            boolean guest,
            @NotNull List<DeliveryView> deliveries) {}

    private final MessageQueries queries;
    private final GuestLetterStore guests;
    private final MessageStore store;
    private final MessageText text;
    private final Mandates mandates;

    MessageController(
            MessageQueries queries, GuestLetterStore guests, MessageStore store, MessageText text, Mandates mandates) {
        this.queries = queries;
        this.guests = guests;
        this.store = store;
        this.text = text;
        this.mandates = mandates;
    }

    @GetMapping
    @Operation(summary = "What the caller was reminded of, newest first; nobody was who is not registered")
    Page<MessageView> own(
            Caller caller,
            @RequestParam(defaultValue = "false") boolean unread,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX) int limit,
            Locale language) {
        var messages = person(caller).stream()
                .flatMap(person -> queries.of(person, unread, after, limit + 1).stream())
                .map(told -> view(told, language))
                .toList();
        return Page.of(messages, limit, message -> message.id().toString());
    }

    @PostMapping("/{id}/reading")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "The caller has read it; the first time counts")
    void read(Caller caller, @PathVariable UUID id) {
        if (person(caller).filter(person -> store.read(id, person)).isEmpty()) {
            throw Problem.of(ProblemType.NOT_FOUND).asException();
        }
    }

    @GetMapping("/outgoing")
    @Operation(summary = "Who was reminded of what or invited to log in, and how each message went out")
    Page<OutgoingView> outgoing(
            Caller caller,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX) int limit,
            Locale language) {
        var reach = mandates.reach(caller, Ability.AUDIT_READ.permission());
        if (reach.isEmpty()) {
            throw Problem.because(ProblemType.FORBIDDEN, "not-over-unit").asException();
        }
        var views = new LinkedHashMap<UUID, OutgoingView>();
        // What is kept of both is numbered by time: together they are in order, and a page of each is enough for one of
        // both.
        var rows = Stream.concat(
                        queries.outgoing(reach, after, limit + 1).stream(),
                        guests.outgoing(reach, after, limit + 1).stream())
                .sorted(Comparator.comparing(
                                (MessageQueries.Outgoing row) -> row.id().toString())
                        .reversed())
                .toList();
        for (var row : rows) {
            var known = views.get(row.id());
            var deliveries = new ArrayList<DeliveryView>(known == null ? List.of() : known.deliveries());
            if (row.channel() != null && row.state() != null) {
                deliveries.add(new DeliveryView(row.channel(), row.state(), row.attempts(), row.sentAt(), row.error()));
            }
            views.put(row.id(), new OutgoingView(outgoing(row, language), row.personName(), row.guest(), deliveries));
        }
        return Page.of(
                views.values().stream().limit(limit + 1L).toList(),
                limit,
                outgoing -> outgoing.message().id().toString());
    }

    private Optional<UUID> person(Caller caller) {
        return caller.kind() == Caller.Kind.PERSON ? queries.person(caller.subject()) : Optional.empty();
    }

    private OutgoingMessage outgoing(MessageQueries.Outgoing row, Locale language) {
        var told = row.told();
        var facts = told == null ? null : told.facts();
        return new OutgoingMessage(
                row.id(),
                facts == null ? "INVITATION" : facts.code(),
                facts == null ? Stage.NEW : facts.stage(),
                facts == null ? text.invitation(language) : text.line(facts, language),
                row.unitId(),
                row.unitName(),
                told == null ? null : told.seasonId(),
                facts == null ? null : facts.seasonName(),
                facts == null ? null : facts.clusterName(),
                told == null ? null : told.aboutId(),
                facts == null ? null : facts.dueOn(),
                row.madeAt(),
                told == null ? null : told.readAt());
    }

    private MessageView view(MessageQueries.Told told, Locale language) {
        var facts = told.facts();
        return new MessageView(
                told.id(),
                facts.code(),
                facts.stage(),
                text.line(facts, language),
                told.unitId(),
                facts.unitName(),
                told.seasonId(),
                facts.seasonName(),
                facts.clusterName(),
                told.aboutId(),
                facts.dueOn(),
                told.madeAt(),
                told.readAt());
    }
}
