package vn.thidua.cluster.unit;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.kit.database.Rows;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;

/** What other features ask about units. */
@Repository
public class Units {
    /**
     * When a unit exists.
     *
     * @param until first day on which it no longer does, or null
     */
    public record Life(LocalDate from, @Nullable LocalDate until) {
        public boolean holdsOn(LocalDate day) {
            return !day.isBefore(from) && (until == null || day.isBefore(until));
        }
    }

    private final JdbcClient jdbc;

    Units(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The lives of those units that are known. */
    public Map<UUID, Life> lives(Collection<UUID> ids) {
        return jdbc
                .sql("""
                        select unit_id, min(lower(during)) as "from",
                               case when bool_or(upper_inf(during)) then null else max(upper(during)) end as until
                        from unit_state where unit_id = any(:ids) group by unit_id
                        """)
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, _) -> Map.entry(
                        row.getObject("unit_id", UUID.class),
                        new Life(java.util.Objects.requireNonNull(Rows.date(row, "from")), Rows.date(row, "until"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Units by what people call them in tables: their own code, or else their agency code. */
    public Map<String, UUID> withCodes(Collection<String> codes) {
        var found = new HashMap<String, UUID>();
        jdbc.sql("""
                        select agency_code as named, id, 1 as place from unit where agency_code = any(:codes)
                        union all select code, id, 2 from unit where code = any(:codes)
                        order by place
                        """).param("codes", codes.toArray(String[]::new)).query(row -> {
            found.put(row.getString("named"), row.getObject("id", UUID.class));
        });
        return found;
    }

    /**
     * The life of the unit named in a request.
     *
     * @throws vn.thidua.kit.problem.ProblemException 422 at {@code pointer} when there is no such unit
     */
    public Life required(String pointer, UUID id) {
        var life = lives(List.of(id)).get(id);
        if (life == null) {
            throw Problem.invalid(FieldError.of(pointer, "not-found")).asException();
        }
        return life;
    }

    /** Refuses with 422 at {@code pointer} when any of the units is not known; null is nobody and passes. */
    public void requireKnown(String pointer, @Nullable UUID... ids) {
        var named = new HashSet<UUID>();
        for (var id : ids) {
            if (id != null) {
                named.add(id);
            }
        }
        if (!named.isEmpty() && lives(named).size() < named.size()) {
            throw Problem.invalid(FieldError.of(pointer, "not-found")).asException();
        }
    }
}
