package vn.thidua.indicator.figure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import vn.thidua.indicator.canonical.Decimals;
import vn.thidua.indicator.catalogue.Qualifier;
import vn.thidua.indicator.figure.Figure.Members;
import vn.thidua.indicator.figure.Figure.PeriodKind;
import vn.thidua.indicator.provenance.Provenance;

/** Reads and writes figures as stated. */
@Repository
class FigureStore {
    private static final String SELECT = """
            select id, season_id, period_kind, indicator_id, subject, unit_id, measure, value, out_of, unit_of_measure, qualifier,
                   actuality, basis, aggregation, members_count, members_out_of, members_threshold, members_qualifier,
                   rank_stated, quote, provenance, source, version
            from figure
            """;

    private final JdbcClient jdbc;

    FigureStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    UUID nextId() {
        return jdbc.sql("select uuidv7()").query(UUID.class).single();
    }

    boolean indicatorExists(UUID id) {
        return jdbc.sql("select exists (select from indicator where id = :id)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    boolean isMember(UUID seasonId, UUID unitId) {
        return jdbc.sql("select exists (select from season_member where season_id = :season and unit_id = :unit)")
                .param("season", seasonId)
                .param("unit", unitId)
                .query(Boolean.class)
                .single();
    }

    Optional<Figure> find(UUID id) {
        return jdbc.sql(SELECT + " where id = :id")
                .param("id", id)
                .query((row, _) -> figure(row))
                .optional();
    }

    Optional<Figure> lock(UUID id) {
        return jdbc.sql(SELECT + " where id = :id for update")
                .param("id", id)
                .query((row, _) -> figure(row))
                .optional();
    }

    List<Figure> list(
            UUID seasonId,
            @Nullable PeriodKind period,
            @Nullable UUID indicatorId,
            @Nullable UUID unitId,
            @Nullable UUID after,
            int limit) {
        return jdbc.sql(SELECT + """
                                 where season_id = :season
                                   and (cast(:period as text) is null or period_kind = :period)
                                   and (cast(:indicator as uuid) is null or indicator_id = :indicator)
                                   and (cast(:unit as uuid) is null or unit_id = :unit)
                                   and (cast(:after as uuid) is null or id > :after)
                                order by id limit :limit
                                """)
                .param("season", seasonId)
                .param("period", period == null ? null : period.name(), Types.VARCHAR)
                .param("indicator", indicatorId, Types.OTHER)
                .param("unit", unitId, Types.OTHER)
                .param("after", after, Types.OTHER)
                .param("limit", limit)
                .query((row, _) -> figure(row))
                .list();
    }

    /** False when there is one with the same natural key already. */
    boolean insert(Figure figure) {
        var statement = jdbc.sql("""
                insert into figure (id, season_id, period_kind, indicator_id, subject, unit_id, measure, value, out_of,
                                    unit_of_measure, qualifier, actuality, basis, aggregation, members_count, members_out_of,
                                    members_threshold, members_qualifier, rank_stated, quote, provenance, source)
                values (:id, :season, :period, :indicator, :subject, :unit, :measure, :value, :outOf,
                        :unitOfMeasure, :qualifier, :actuality, :basis, :aggregation, :count, :countOutOf,
                        :threshold, :thresholdQualifier, :rank, :quote, :provenance, :source)
                on conflict on constraint figure_natural do nothing
                """).param("id", figure.id());
        return content(key(statement, figure), figure).update() == 1;
    }

    /** The figure that has the same natural key. */
    UUID same(Figure figure) {
        var statement = jdbc.sql("""
                select id from figure
                where season_id = :season and period_kind = :period and indicator_id = :indicator and subject = :subject
                  and unit_id is not distinct from cast(:unit as uuid) and measure = :measure
                  and aggregation is not distinct from cast(:aggregation as text)
                  and members_threshold is not distinct from cast(:threshold as numeric)
                """);
        return key(statement, figure).query(UUID.class).single();
    }

    /** Puts right what was typed wrong; what the figure is about stays. */
    void update(Figure figure) {
        var statement = jdbc.sql("""
                        update figure set value = :value, out_of = :outOf, unit_of_measure = :unitOfMeasure, qualifier = :qualifier,
                               actuality = :actuality, basis = :basis, members_count = :count, members_out_of = :countOutOf,
                               members_qualifier = :thresholdQualifier, rank_stated = :rank, quote = :quote,
                               provenance = :provenance, source = :source, version = :version
                        where id = :id
                        """).param("id", figure.id()).param("version", figure.version());
        content(statement, figure).update();
    }

    private static StatementSpec key(StatementSpec statement, Figure figure) {
        var members = figure.members();
        return statement
                .param("season", figure.seasonId())
                .param("period", figure.periodKind().name())
                .param("indicator", figure.indicatorId())
                .param("subject", figure.subject().name())
                .param("unit", figure.unitId(), Types.OTHER)
                .param("measure", figure.measure().name())
                .param("aggregation", name(figure.aggregation()), Types.VARCHAR)
                .param("threshold", members == null ? null : members.threshold(), Types.NUMERIC);
    }

    private static StatementSpec content(StatementSpec statement, Figure figure) {
        var members = figure.members();
        return statement
                .param("value", figure.value(), Types.NUMERIC)
                .param("outOf", figure.outOf(), Types.NUMERIC)
                .param("unitOfMeasure", figure.unitOfMeasure())
                .param("qualifier", figure.qualifier().name())
                .param("actuality", figure.actuality().name())
                .param("basis", figure.basis().name())
                .param("count", members == null ? null : members.count(), Types.INTEGER)
                .param("countOutOf", members == null ? null : members.outOf(), Types.INTEGER)
                .param(
                        "thresholdQualifier",
                        members == null ? null : members.thresholdQualifier().name(),
                        Types.VARCHAR)
                .param("rank", figure.rankStated(), Types.INTEGER)
                .param("quote", figure.quote())
                .param("provenance", figure.provenance().name())
                .param("source", figure.source(), Types.VARCHAR);
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static Figure figure(ResultSet row) throws SQLException {
        var aggregation = row.getString("aggregation");
        return new Figure(
                row.getObject("id", UUID.class),
                row.getObject("season_id", UUID.class),
                PeriodKind.valueOf(row.getString("period_kind")),
                row.getObject("indicator_id", UUID.class),
                Figure.Subject.valueOf(row.getString("subject")),
                row.getObject("unit_id", UUID.class),
                Figure.Measured.valueOf(row.getString("measure")),
                Decimals.plainOrNull(row.getBigDecimal("value")),
                Decimals.plainOrNull(row.getBigDecimal("out_of")),
                row.getString("unit_of_measure"),
                Qualifier.valueOf(row.getString("qualifier")),
                Figure.Actuality.valueOf(row.getString("actuality")),
                Figure.Basis.valueOf(row.getString("basis")),
                aggregation == null ? null : Figure.Aggregation.valueOf(aggregation),
                members(row),
                row.getObject("rank_stated", Integer.class),
                row.getString("quote"),
                Provenance.valueOf(row.getString("provenance")),
                row.getString("source"),
                row.getLong("version"));
    }

    private static @Nullable Members members(ResultSet row) throws SQLException {
        var count = row.getObject("members_count", Integer.class);
        return count == null
                ? null
                : new Members(
                        count,
                        row.getInt("members_out_of"),
                        Decimals.plain(Objects.requireNonNull(row.getBigDecimal("members_threshold"))),
                        Qualifier.valueOf(row.getString("members_qualifier")));
    }
}
