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
        return rows.stream().map(row -> opened(row, known.get(row.actor()))).toList();
    }

    private AuditController.Row opened(AuditController.Row row, @Nullable String actorName) {
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
                open(row.aggregateId(), row.before()),
                open(row.aggregateId(), row.after()),
                row.reason(),
                row.mandateId(),
                row.mandateAsOf(),
                row.sealed());
    }

    private @Nullable JsonNode open(UUID personId, @Nullable JsonNode state) {
        if (values == null || !(state instanceof ObjectNode fields)) {
            return state;
        }
        for (var name : List.copyOf(fields.propertyNames())) {
            if (fields.get(name).isString()
                    && PersonalValues.isSealed(fields.get(name).asString())) {
                var open = values.open(personId, fields.get(name).asString());
                open.ifPresentOrElse(text -> fields.put(name, text), () -> fields.putNull(name));
            }
        }
        return fields;
    }
}
