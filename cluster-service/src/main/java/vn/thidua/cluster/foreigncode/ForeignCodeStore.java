package vn.thidua.cluster.foreigncode;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
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
    private final JsonMapper json;

    ForeignCodeStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
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
                        select id, list, code, unit_id, lower(during) as "from", upper(during) as until, version
                        from foreign_code where id = :id for update
                        """).param("id", id).query((row, _) -> code(row)).optional();
    }

    /** All that is recorded of the codes, in whatever list; held against other writers until the transaction ends. */
    List<ForeignCode> lock(Collection<String> codes) {
        return jdbc.sql("""
                        select id, list, code, unit_id, lower(during) as "from", upper(during) as until, version
                        from foreign_code where code = any(:codes) order by id for update
                        """)
                .param("codes", codes.toArray(String[]::new))
                .query((row, _) -> code(row))
                .list();
    }

    List<UUID> nextIds(int count) {
        return jdbc.sql("select uuidv7() as id from generate_series(1, :count)")
                .param("count", count)
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }

    void insert(Collection<ForeignCode> codes) {
        jdbc.sql("""
                        insert into foreign_code (id, list, code, unit_id, during)
                        select id, list, code, "unitId", daterange("from", until)
                        from jsonb_to_recordset(cast(:codes as jsonb))
                             as w(id uuid, list text, code text, "unitId" uuid, "from" date, until date)
                        """).param("codes", json.writeValueAsString(codes)).update();
    }

    /** Writes until when codes that are there stand for their units. */
    void end(Collection<ForeignCode> codes) {
        jdbc.sql("""
                        update foreign_code f set during = daterange(lower(f.during), w.until), version = w.version
                        from jsonb_to_recordset(cast(:codes as jsonb)) as w(id uuid, until date, version bigint)
                        where f.id = w.id
                        """).param("codes", json.writeValueAsString(codes)).update();
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

    private static ForeignCode code(ResultSet row) throws SQLException {
        return new ForeignCode(
                row.getObject("id", UUID.class),
                row.getString("list"),
                row.getString("code"),
                row.getObject("unit_id", UUID.class),
                Objects.requireNonNull(Rows.date(row, "from")),
                Rows.date(row, "until"),
                row.getLong("version"));
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
