package vn.thidua.indicator.scoresheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.thidua.kit.problem.FieldError;

/** People name a unit by its code, a sheet by its id. A code that several units have had is no name: there the id stands itself. */
@Repository
class WorkbookUnits {
    private record Coded(UUID id, String code) {}

    private final JdbcClient jdbc;

    WorkbookUnits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The codes of the units to which some criterion does not apply. */
    Map<UUID, String> codes(Sheet sheet) {
        var ids = sheet.criteria().stream()
                .flatMap(criterion -> criterion.notFor().stream())
                .distinct()
                .toArray(UUID[]::new);
        return jdbc
                .sql("""
                        select id, code from kit.unit_copy u where id = any(:ids)
                          and not exists (select from kit.unit_copy o where o.code = u.code and o.id <> u.id)
                        """)
                .param("ids", ids)
                .query((row, _) -> new Coded(row.getObject("id", UUID.class), row.getString("code")))
                .list()
                .stream()
                .collect(Collectors.toMap(Coded::id, Coded::code));
    }

    /**
     * Puts ids in the place of codes.
     *
     * @return which criteria name a unit that is not known, or not by that code alone
     */
    List<FieldError> resolve(ObjectNode body) {
        var criteria = WorkbookIndicators.criteria(body);
        var all = criteria.values().stream().flatMap(criterion -> named(criterion).stream());
        var known = jdbc.sql("select id, code from kit.unit_copy where id::text = any(:names) or code = any(:names)")
                .param("names", all.distinct().toArray(String[]::new))
                .query((row, _) -> new Coded(row.getObject("id", UUID.class), row.getString("code")))
                .list();
        var errors = new ArrayList<FieldError>();
        criteria.forEach((pointer, criterion) -> {
            var named = named(criterion);
            if (named.isEmpty()) {
                return;
            }
            var ids = criterion.putArray(WorkbookFields.NOT_FOR);
            for (var name : named) {
                var found = known.stream()
                        .filter(unit ->
                                unit.code().equals(name) || unit.id().toString().equals(name))
                        .toList();
                if (found.size() == 1) {
                    ids.add(found.getFirst().id().toString());
                } else {
                    errors.add(FieldError.of(pointer + "/" + WorkbookFields.NOT_FOR, "not-found"));
                }
            }
        });
        return errors;
    }

    private static List<String> named(ObjectNode criterion) {
        return criterion
                .path(WorkbookFields.NOT_FOR)
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }
}
