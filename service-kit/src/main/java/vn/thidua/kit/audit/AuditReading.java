package vn.thidua.kit.audit;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.thidua.kit.personal.PersonalValues;

/**
 * Makes audit rows readable: opens personal values whose key still exists, and adds the names of actors where this service
 * knows people.
 */
final class AuditReading {
    private final @Nullable PersonalValues values;
    private final ActorNames names;

    AuditReading(@Nullable PersonalValues values, ActorNames names) {
        this.values = values;
        this.names = names;
    }

    List<AuditController.Row> opened(List<AuditController.Row> rows) {
        var known = names.of(rows.stream().map(AuditController.Row::actor).collect(Collectors.toSet()));
        var opener = values == null
                ? null
                : values.opener(
                        rows.stream().map(AuditController.Row::aggregateId).collect(Collectors.toSet()));
        return rows.stream()
                .map(row -> opened(row, known.get(row.actor()), opener))
                .toList();
    }

    private AuditController.Row opened(
            AuditController.Row row, @Nullable String actorName, PersonalValues.@Nullable Opener opener) {
        return new AuditController.Row(
                row.id(),
                row.at(),
                row.actorKind(),
                row.actor(),
                actorName,
                row.origin(),
                row.action(),
                row.aggregateType(),
                row.aggregateId(),
                row.unitId(),
                open(opener, row.aggregateId(), row.before()),
                open(opener, row.aggregateId(), row.after()),
                row.reason(),
                row.mandateId(),
                row.mandateAsOf(),
                row.sealed());
    }

    private static @Nullable JsonNode open(
            PersonalValues.@Nullable Opener opener, UUID personId, @Nullable JsonNode state) {
        if (opener == null || !(state instanceof ObjectNode fields)) {
            return state;
        }
        for (var name : List.copyOf(fields.propertyNames())) {
            var field = fields.get(name);
            if (field.isString() && PersonalValues.isSealed(field.asString())) {
                switch (opener.open(personId, field.asString())) {
                    case PersonalValues.Opened.Value(var text) -> fields.put(name, text);
                    case PersonalValues.Opened.Erased _ -> fields.putNull(name);
                    // Shown as it stands: one row that somebody has spoilt must not hide the others.
                    case PersonalValues.Opened.Unreadable _ -> {}
                }
            }
        }
        return fields;
    }
}
