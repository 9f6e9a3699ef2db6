package vn.thidua.cluster.person;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.cluster.access.Role;
import vn.thidua.cluster.mandate.Mandate;
import vn.thidua.kit.database.Rows;

/** Reads people as lines of a table. */
@Repository
class PersonTableQueries {
    /**
     * A person with one mandate, or without any.
     *
     * @param until first day on which the mandate no longer holds, or null
     */
    record Line(
            UUID id,
            @Nullable String code,
            String name,
            String unitCode,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String username,
            @Nullable Role role,
            @Nullable String mandateUnitCode,
            Mandate.@Nullable Scope scope,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {}

    private final JdbcClient jdbc;

    PersonTableQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Who works for a unit or below it, with the mandates there that are not over. */
    List<Line> table(UUID under, int limit) {
        return jdbc.sql("""
                        with area as materialized (
                            select kit.units_and_below(array[cast(:under as uuid)], kit.business_today()) as unit_id)
                        select p.id, p.code, p.name, u.code as unit_code, p.email, p.phone, a.username, m.role,
                               mu.code as mandate_unit_code, m.scope, lower(m.during) as "from", upper(m.during) as until
                        from person p join unit u on u.id = p.unit_id
                        left join account_request a on a.person_id = p.id and a.kind <> 'REMOVE'
                        left join mandate m on m.person_id = p.id and m.withdrawn_at is null and m.role <> 'AGENCY'
                             and (upper_inf(m.during) or upper(m.during) > kit.business_today())
                             and m.unit_id in (select unit_id from area)
                        left join unit mu on mu.id = m.unit_id
                        where p.erased_at is null and p.unit_id in (select unit_id from area)
                        order by p.code, p.id, m.id limit :limit
                        """)
                .param("under", under)
                .param("limit", limit)
                .query((row, _) -> new Line(
                        row.getObject("id", UUID.class),
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("unit_code"),
                        row.getString("email"),
                        row.getString("phone"),
                        row.getString("username"),
                        row.getString("role") == null ? null : Role.valueOf(row.getString("role")),
                        row.getString("mandate_unit_code"),
                        row.getString("scope") == null ? null : Mandate.Scope.valueOf(row.getString("scope")),
                        Rows.date(row, "from"),
                        Rows.date(row, "until")))
                .list();
    }
}
