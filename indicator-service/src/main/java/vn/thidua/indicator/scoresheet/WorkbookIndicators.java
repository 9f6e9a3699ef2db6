package vn.thidua.indicator.scoresheet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.thidua.kit.problem.FieldError;

/** People name an indicator by its code, a sheet by its id; several catalogues may have the same code. */
@Repository
class WorkbookIndicators {
    /** An indicator of some unit's catalogue. */
    record Known(UUID id, UUID unitId, String code) {}

    private final JdbcClient jdbc;

    WorkbookIndicators(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<UUID, String> codes(Set<UUID> ids) {
        return jdbc
                .sql("select id, unit_id, code from indicator where id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, _) -> known(row))
                .list()
                .stream()
                .collect(Collectors.toMap(Known::id, Known::code));
    }

    private static Known known(ResultSet row) throws SQLException {
        return new Known(row.getObject("id", UUID.class), row.getObject("unit_id", UUID.class), row.getString("code"));
    }

    /**
     * Puts ids in the place of codes: the one that the row brought along if it still has that code, else the organiser's own, else
     * the only one there is.
     *
     * @return what could not be found, with pointers to the code
     */
    List<FieldError> resolve(ObjectNode body, UUID organiserId) {
        var codes = wanted(body).values().stream()
                .map(node -> node.path(WorkbookFields.INDICATOR_CODE).asString(""))
                .distinct()
                .toArray(String[]::new);
        var known = jdbc.sql("select id, unit_id, code from indicator where code = any(:codes)")
                .param("codes", codes)
                .query((row, _) -> known(row))
                .list();
        return resolve(body, organiserId, known);
    }

    static List<FieldError> resolve(ObjectNode body, UUID organiserId, List<Known> indicators) {
        var byCode = indicators.stream().collect(Collectors.groupingBy(Known::code));
        var errors = new ArrayList<FieldError>();
        wanted(body).forEach((pointer, node) -> {
            var code = node.path(WorkbookFields.INDICATOR_CODE).asString("");
            var brought = node.path(WorkbookFields.INDICATOR_ID).asString("");
            node.remove(List.of(WorkbookFields.INDICATOR_CODE, WorkbookFields.INDICATOR_ID));
            if (code.isEmpty()) {
                return;
            }
            var known = byCode.getOrDefault(code, List.of());
            var found = chosen(known, brought, organiserId);
            if (found != null) {
                node.put(WorkbookFields.INDICATOR_ID, found.id().toString());
            } else {
                errors.add(FieldError.of(
                        pointer + "/" + WorkbookFields.INDICATOR_CODE,
                        known.isEmpty() ? "not-found" : "indicator-ambiguous-catalogue"));
            }
        });
        return errors;
    }

    private static @Nullable Known chosen(List<Known> known, String brought, UUID organiserId) {
        return Stream.<Predicate<Known>>of(
                        one -> one.id().toString().equals(brought),
                        one -> one.unitId().equals(organiserId),
                        _ -> known.size() == 1)
                .flatMap(choice -> known.stream().filter(choice))
                .findFirst()
                .orElse(null);
    }

    /** By pointer, all that may name an indicator. */
    private static Map<String, ObjectNode> wanted(ObjectNode body) {
        var wanted = new LinkedHashMap<String, ObjectNode>();
        var groups = body.path("groups");
        for (int g = 0; g < groups.size(); g++) {
            var criteria = groups.path(g).path("criteria");
            for (int c = 0; c < criteria.size(); c++) {
                var at = "/groups/%d/criteria/%d".formatted(g, c);
                put(wanted, at, criteria.path(c));
                var inputs = criteria.path(c).path("inputs");
                for (int i = 0; i < inputs.size(); i++) {
                    put(wanted, at + "/inputs/" + i, inputs.path(i));
                }
            }
        }
        return wanted;
    }

    private static void put(Map<String, ObjectNode> wanted, String pointer, JsonNode node) {
        if (node instanceof ObjectNode object) {
            wanted.put(pointer, object);
        }
    }

    /** What of a sheet names an indicator. */
    static List<ObjectNode> named(ObjectNode body) {
        return wanted(body).values().stream()
                .filter(node -> node.path(WorkbookFields.INDICATOR_ID).isString())
                .toList();
    }

    /** By pointer. */
    static Map<String, ObjectNode> criteria(ObjectNode body) {
        var criteria = wanted(body);
        criteria.keySet().removeIf(pointer -> pointer.contains("/inputs/"));
        return criteria;
    }
}
