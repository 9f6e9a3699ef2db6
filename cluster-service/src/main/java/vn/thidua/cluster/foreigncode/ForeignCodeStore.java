package vn.thidua.cluster.foreigncode;

import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.kit.database.Rows;
import vn.thidua.kit.mandate.Reach;
import vn.thidua.kit.web.Days;

/** Reads and writes codes of other agencies. */
@Repository
class ForeignCodeStore {
    /** @param asOf a day on which the code stands for the unit, or null for every time */
    record Filter(
            @Nullable UUID id,
            @Nullable String list,
            @Nullable String code,
            @Nullable UUID unitId,
            @Nullable LocalDate asOf,
            @Nullable UUID after,
            int limit) {}

    private final JdbcClient jdbc;

    ForeignCodeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    UUID insert(ForeignCode code) {
        return jdbc.sql("""
                        insert into foreign_code (list, code, unit_id, during)
                        values (:list, :code, :unit, daterange(:from, :until)) returning id
                        """).params(parameters(code)).query(UUID.class).single();
    }

    void rewrite(ForeignCode code) {
        jdbc.sql("""
                        update foreign_code set list = :list, code = :code, unit_id = :unit, during = daterange(:from, :until),
                               version = version + 1
                        where id = :id
                        """).params(parameters(code)).param("id", code.id()).update();
    }

    void delete(UUID id) {
        jdbc.sql("delete from foreign_code where id = :id").param("id", id).update();
    }

    Optional<UUID> same(ForeignCode code) {
        return jdbc.sql("""
                        select id from foreign_code
                        where list = :list and code = :code and unit_id = :unit and during = daterange(:from, :until)
                        """).params(parameters(code)).query(UUID.class).optional();
    }

    /** The code, held against other writers until the transaction ends. */
    Optional<ForeignCode> lock(UUID id) {
        return jdbc.sql("""
                        select list, code, unit_id, lower(during) as "from", upper(during) as until, version
                        from foreign_code where id = :id for update
                        """)
                .param("id", id)
                .query((row, _) -> new ForeignCode(
                        id,
                        row.getString("list"),
                        row.getString("code"),
                        row.getObject("unit_id", UUID.class),
                        Objects.requireNonNull(Rows.date(row, "from")),
                        Rows.date(row, "until"),
                        row.getLong("version")))
                .optional();
    }

    /** @param reach null for a caller who may see every unit */
    List<ForeignCodeController.ForeignCodeView> list(Filter filter, @Nullable Reach reach) {
        return jdbc.sql("""
                        select f.id, f.list, f.code, f.unit_id, u.code as unit_code, unit_name(u.id, kit.business_today()) as unit_name,
                               lower(f.during) as "from", upper(f.during) as until, f.version
                        from foreign_code f join unit u on u.id = f.unit_id
                        where (cast(:id as uuid) is null or f.id = :id)
                          and (cast(:list as text) is null or f.list = :list)
                          and (cast(:code as text) is null or f.code = :code)
                          and (cast(:unit as uuid) is null or f.unit_id = :unit)
                          and (cast(:asOf as date) is null or f.during @> cast(:asOf as date))
                          and (:all or f.unit_id = any(:units)
                               or f.unit_id in (select kit.units_and_below(:roots, kit.business_today())))
                          and (cast(:after as uuid) is null or f.id > :after)
                        order by f.id limit :limit
                        """)
                .param("id", filter.id(), Types.OTHER)
                .param("list", filter.list(), Types.VARCHAR)
                .param("code", filter.code(), Types.VARCHAR)
                .param("unit", filter.unitId(), Types.OTHER)
                .param("asOf", filter.asOf(), Types.DATE)
                .param("all", reach == null)
                .param("units", reach == null ? new UUID[0] : reach.unitArray())
                .param("roots", reach == null ? new UUID[0] : reach.rootArray())
                .param("after", filter.after(), Types.OTHER)
                .param("limit", filter.limit())
                .query((row, _) -> new ForeignCodeController.ForeignCodeView(
                        row.getObject("id", UUID.class),
                        row.getString("list"),
                        row.getString("code"),
                        row.getObject("unit_id", UUID.class),
                        row.getString("unit_code"),
                        row.getString("unit_name"),
                        Objects.requireNonNull(Rows.date(row, "from")),
                        Days.lastBefore(Rows.date(row, "until")),
                        row.getLong("version")))
                .list();
    }

    private static Map<String, ?> parameters(ForeignCode code) {
        return Map.of(
                "list", code.list(),
                "code", code.code(),
                "unit", code.unitId(),
                "from", code.from(),
                "until", new SqlParameterValue(Types.DATE, code.until()));
    }
}
