package vn.thidua.indicator.scoresheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /** The codes of the units of which some criterion says something by name. */
    Map<UUID, String> codes(Sheet sheet) {
        var ids = sheet.units().toArray(UUID[]::new);
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

    /** A list of units somewhere in the JSON form. */
    private record Naming(String pointer, ObjectNode node, String field) {
        List<String> names() {
            return node.path(field).valueStream().map(JsonNode::asString).toList();
        }
    }

    /**
     * Puts ids in the place of codes.
     *
     * @return which criteria and variants name a unit that is not known, or not by that code alone
     */
    List<FieldError> resolve(ObjectNode body) {
        var naming = naming(body);
        var all = naming.stream().flatMap(one -> one.names().stream());
        var known = jdbc.sql("select id, code from kit.unit_copy where id::text = any(:names) or code = any(:names)")
                .param("names", all.distinct().toArray(String[]::new))
                .query((row, _) -> new Coded(row.getObject("id", UUID.class), row.getString("code")))
                .list();
        var byName = new HashMap<String, List<UUID>>();
        for (var unit : known) {
            Stream.of(unit.code(), unit.id().toString())
                    .forEach(name ->
                            byName.computeIfAbsent(name, _ -> new ArrayList<>()).add(unit.id()));
        }
        var errors = new ArrayList<FieldError>();
        for (var one : naming) {
            var names = one.names();
            var ids = one.node().putArray(one.field());
            for (var name : names) {
                var found = byName.getOrDefault(name, List.of());
                if (found.size() == 1) {
                    ids.add(found.getFirst().toString());
                } else {
                    errors.add(FieldError.of(one.pointer() + "/" + one.field(), "not-found"));
                }
            }
        }
        return errors;
    }

    private static List<Naming> naming(ObjectNode body) {
        var naming = new ArrayList<Naming>();
        WorkbookIndicators.criteria(body).forEach((pointer, criterion) -> {
            naming.add(new Naming(pointer, criterion, WorkbookFields.NOT_FOR));
            variants(criterion)
                    .forEach((at, variant) -> naming.add(new Naming(pointer + at, variant, WorkbookFields.FOR_UNITS)));
        });
        naming.removeIf(one -> one.names().isEmpty());
        return naming;
    }

    /** The variants of a criterion, by pointers within it. */
    static Map<String, ObjectNode> variants(ObjectNode criterion) {
        var variants = new LinkedHashMap<String, ObjectNode>();
        var all = criterion.path("variants");
        for (int v = 0; v < all.size(); v++) {
            if (all.path(v) instanceof ObjectNode variant) {
                variants.put("/variants/" + v, variant);
            }
        }
        return variants;
    }
}
