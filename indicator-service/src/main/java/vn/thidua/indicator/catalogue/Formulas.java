package vn.thidua.indicator.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;

/** Keeps which indicators are computed from which others, and that none is computed from itself. */
@Repository
class Formulas {
    private final JdbcClient jdbc;

    Formulas(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Checks what was said of an indicator, and holds the catalogue's other formulas until the transaction ends.
     *
     * @param code of the indicator that is to be computed so
     * @throws vn.thidua.kit.problem.ProblemException 422 at the formula, with what is wrong with it
     */
    @Nullable
    Formula checked(UUID unitId, String code, @Nullable String text, Measure measure) {
        if (text == null) {
            return null;
        }
        if (!measure.valueKind().hasPlan()) {
            throw refused("formula-kind");
        }
        return switch (Formula.parse(text)) {
            case Formula.Parsed.Wrong(var wrong, var arguments) -> throw refused(wrong, arguments.toArray());
            case Formula.Parsed.Right(var formula) -> {
                jdbc.sql("select pg_advisory_xact_lock(hashtextextended('indicator-formula-' || :unit, 0))")
                        .param("unit", unitId.toString())
                        .query((_, _) -> true)
                        .list();
                requireKnown(unitId, code, formula);
                requireNoCircle(unitId, code, formula);
                yield formula;
            }
        };
    }

    /** Makes those the inputs of the indicator. */
    void replace(UUID indicatorId, UUID unitId, @Nullable Formula formula) {
        jdbc.sql("delete from indicator_input where indicator_id = :id")
                .param("id", indicatorId)
                .update();
        if (formula != null) {
            jdbc.sql("""
                            insert into indicator_input (indicator_id, input_id)
                            select :id, i.id from indicator i where i.unit_id = :unit and i.code = any(:codes) order by i.id
                            """)
                    .param("id", indicatorId)
                    .param("unit", unitId)
                    .param("codes", formula.codes().toArray(String[]::new))
                    .update();
        }
    }

    private void requireKnown(UUID unitId, String code, Formula formula) {
        var unknown = new TreeSet<>(formula.codes());
        // Itself is a circle, and said to be one, also before it is there.
        unknown.remove(code);
        jdbc.sql("select code from indicator where unit_id = :unit and code = any(:codes)")
                .param("unit", unitId)
                .param("codes", formula.codes().toArray(String[]::new))
                .query((row, _) -> unknown.remove(row.getString("code")))
                .list();
        if (!unknown.isEmpty()) {
            throw refused("formula-code-unknown", String.join(", ", unknown));
        }
    }

    private void requireNoCircle(UUID unitId, String code, Formula formula) {
        var inputs = new HashMap<String, Set<String>>();
        jdbc.sql("""
                        select i.code, o.code as input from indicator i
                        join indicator_input x on x.indicator_id = i.id join indicator o on o.id = x.input_id
                        where i.unit_id = :unit
                        """)
                .param("unit", unitId)
                .query((row, _) -> inputs.computeIfAbsent(row.getString("code"), _ -> new TreeSet<>())
                        .add(row.getString("input")))
                .list();
        inputs.put(code, formula.codes());
        var circle = circle(code, code, inputs, new LinkedHashSet<>());
        if (circle != null) {
            throw refused("formula-circle", String.join(" → ", circle));
        }
    }

    /** The way from one to the other and its end, or null; what was walked once leads nowhere a second time. */
    private static @Nullable List<String> circle(
            String from, String to, Map<String, Set<String>> inputs, Set<String> walked) {
        for (var next : inputs.getOrDefault(from, Set.of())) {
            if (next.equals(to)) {
                return List.of(from, to);
            }
            if (walked.add(next)) {
                var rest = circle(next, to, inputs, walked);
                if (rest != null) {
                    var way = new ArrayList<>(List.of(from));
                    way.addAll(rest);
                    return way;
                }
            }
        }
        return null;
    }

    private static RuntimeException refused(String code, Object... arguments) {
        return Problem.invalid(FieldError.of("/formula", code, arguments)).asException();
    }
}
