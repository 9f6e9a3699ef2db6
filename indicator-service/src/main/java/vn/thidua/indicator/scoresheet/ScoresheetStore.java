package vn.thidua.indicator.scoresheet;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.indicator.catalogue.Measure.ValueKind;
import vn.thidua.indicator.provenance.Provenance;
import vn.thidua.indicator.scoresheet.ScoringRule.Kind;
import vn.thidua.indicator.scoresheet.Sheet.Criterion;
import vn.thidua.kit.database.Rows;

/** Reads and writes scoresheets. */
@Repository
class ScoresheetStore {
    private static final String SELECT = """
            select id, season_id, period_id, edition, title, status, content, sha256, frozen_at, provenance, source, version
            from scoresheet
            """;

    /**
     * What something may be recorded of: a criterion, one of its inputs, or the ruling where no row of it holds.
     *
     * @param unit the unit of which it is said; null for all of which nothing else is
     */
    private record Recorded(
            String code,
            @Nullable UUID indicatorId,
            BigDecimal lowest,
            BigDecimal maximum,
            @Nullable UUID unit) {
        static Stream<Recorded> of(Criterion criterion) {
            var all = new ArrayList<>(of(criterion, null));
            criterion
                    .inputs()
                    .forEach(input -> all.add(new Recorded(
                            Input.key(criterion.code(), input.code()),
                            input.indicatorId(),
                            BigDecimal.ZERO,
                            BigDecimal.ZERO,
                            null)));
            var byVariant = criterion.variants().stream().map(criterion::by).toList();
            var ruling = Input.key(criterion.code(), Input.RULING);
            if (all.stream().noneMatch(each -> each.code().equals(ruling))
                    && byVariant.stream().anyMatch(Criterion::mayBeUnmatched)) {
                // There is such a line, though nothing is to be ruled for most units.
                all.add(new Recorded(ruling, null, BigDecimal.ZERO, BigDecimal.ZERO, null));
            }
            for (int v = 0; v < byVariant.size(); v++) {
                for (var unit : criterion.variants().get(v).forUnits()) {
                    all.addAll(of(byVariant.get(v), unit));
                }
            }
            return all.stream();
        }

        private static List<Recorded> of(Criterion criterion, @Nullable UUID unit) {
            var own = new Recorded(
                    criterion.code(), criterion.indicatorId(), lowest(criterion), criterion.maximum(), unit);
            var ruling = Input.key(criterion.code(), Input.RULING);
            return criterion.mayBeUnmatched()
                    ? List.of(own, new Recorded(ruling, null, BigDecimal.ZERO, criterion.maximum(), unit))
                    : List.of(own);
        }

        /** The least a self score may say: what a penalty takes off at most; without a limit, as much as a sheet can hold. */
        private static BigDecimal lowest(Criterion criterion) {
            var most =
                    criterion.rule().kind() == Kind.PENALTY ? criterion.rule().mostTakenOff() : BigDecimal.ZERO;
            return (most == null ? BigDecimal.valueOf(999_999_999) : most).negate();
        }
    }

    private final JdbcClient jdbc;

    ScoresheetStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Scoresheet> find(UUID id) {
        return jdbc.sql(SELECT + " where id = :id")
                .param("id", id)
                .query((row, _) -> scoresheet(row))
                .optional();
    }

    Optional<Scoresheet> lock(UUID id) {
        return jdbc.sql(SELECT + " where id = :id for update")
                .param("id", id)
                .query((row, _) -> scoresheet(row))
                .optional();
    }

    List<Scoresheet> list(UUID seasonId, @Nullable UUID after, int limit) {
        return jdbc.sql(SELECT + """
                                 where season_id = :season and (cast(:after as uuid) is null or id > :after)
                                order by id limit :limit
                                """)
                .param("season", seasonId)
                .param("after", after, Types.OTHER)
                .param("limit", limit)
                .query((row, _) -> scoresheet(row))
                .list();
    }

    /** As the next edition of that season and period. */
    UUID insert(
            UUID seasonId,
            @Nullable UUID periodId,
            String title,
            String content,
            Provenance provenance,
            @Nullable String source) {
        return jdbc.sql("""
                        insert into scoresheet (season_id, period_id, edition, title, content, provenance, source)
                        select :season, cast(:period as uuid), coalesce(max(edition), 0) + 1, :title, :content, :provenance,
                               cast(:source as text)
                        from scoresheet where season_id = :season and period_id is not distinct from cast(:period as uuid)
                        returning id
                        """)
                .param("season", seasonId)
                .param("period", periodId, Types.OTHER)
                .param("title", title)
                .param("content", content)
                .param("provenance", provenance.name())
                .param("source", source, Types.VARCHAR)
                .query(UUID.class)
                .single();
    }

    void update(UUID id, String title, String content, Provenance provenance, @Nullable String source) {
        jdbc.sql("""
                        update scoresheet set title = :title, content = :content, provenance = :provenance, source = :source,
                               version = version + 1
                        where id = :id
                        """)
                .param("id", id)
                .param("title", title)
                .param("content", content)
                .param("provenance", provenance.name())
                .param("source", source, Types.VARCHAR)
                .update();
    }

    void freeze(UUID id, String sha256, List<Criterion> criteria) {
        jdbc.sql("""
                        update scoresheet set status = 'FROZEN', sha256 = :sha256, frozen_at = kit.business_now(), version = version + 1
                        where id = :id
                        """).param("id", id).param("sha256", sha256).update();
        var rows = criteria.stream().flatMap(Recorded::of).toList();
        var all = rows.stream().filter(row -> row.unit() == null).toList();
        jdbc.sql("""
                        insert into scoresheet_criterion (scoresheet_id, code, indicator_id, lowest, maximum)
                        select :id, c.code, c.indicator, c.lowest, c.maximum
                        from unnest(:codes, :indicators, :lowest, :maxima) as c(code, indicator, lowest, maximum)
                        """)
                .param("id", id)
                .param("codes", all.stream().map(Recorded::code).toArray(String[]::new))
                .param("indicators", all.stream().map(Recorded::indicatorId).toArray(UUID[]::new))
                .param("lowest", all.stream().map(Recorded::lowest).toArray(BigDecimal[]::new))
                .param("maxima", all.stream().map(Recorded::maximum).toArray(BigDecimal[]::new))
                .update();
        var some = rows.stream().filter(row -> row.unit() != null).toList();
        if (!some.isEmpty()) {
            variants(id, some);
        }
    }

    private void variants(UUID id, List<Recorded> rows) {
        jdbc.sql("""
                        insert into scoresheet_variant (scoresheet_id, code, unit_id, lowest, maximum)
                        select :id, c.code, c.unit, c.lowest, c.maximum
                        from unnest(:codes, :units, :lowest, :maxima) as c(code, unit, lowest, maximum)
                        """)
                .param("id", id)
                .param("codes", rows.stream().map(Recorded::code).toArray(String[]::new))
                .param("units", rows.stream().map(Recorded::unit).toArray(UUID[]::new))
                .param("lowest", rows.stream().map(Recorded::lowest).toArray(BigDecimal[]::new))
                .param("maxima", rows.stream().map(Recorded::maximum).toArray(BigDecimal[]::new))
                .update();
    }

    boolean isPeriodOf(UUID periodId, UUID seasonId) {
        return jdbc.sql("select exists (select from period where id = :id and season_id = :season)")
                .param("id", periodId)
                .param("season", seasonId)
                .query(Boolean.class)
                .single();
    }

    /** The kinds of value of those of the indicators that are in a catalogue. */
    Map<UUID, ValueKind> kinds(Set<UUID> ids) {
        var kinds = new HashMap<UUID, ValueKind>();
        jdbc.sql("select id, value_kind from indicator where id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(row -> {
                    kinds.put(row.getObject("id", UUID.class), ValueKind.valueOf(row.getString("value_kind")));
                });
        return kinds;
    }

    /** Those of the units that this service has heard of. */
    Set<UUID> known(Set<UUID> units) {
        return Set.copyOf(jdbc.sql("select id from kit.unit_copy where id = any(:ids)")
                .param("ids", units.toArray(UUID[]::new))
                .query(UUID.class)
                .list());
    }

    private static Scoresheet scoresheet(ResultSet row) throws SQLException {
        return new Scoresheet(
                row.getObject("id", UUID.class),
                row.getObject("season_id", UUID.class),
                row.getObject("period_id", UUID.class),
                row.getInt("edition"),
                row.getString("title"),
                Scoresheet.Status.valueOf(row.getString("status")),
                row.getString("content"),
                row.getString("sha256"),
                Rows.instant(row, "frozen_at"),
                Provenance.valueOf(row.getString("provenance")),
                row.getString("source"),
                row.getLong("version"));
    }
}
