package vn.thidua.cluster.exemplar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.cluster.exemplar.ExemplarViews.ConsentView;
import vn.thidua.cluster.exemplar.ExemplarViews.ExemplarAct;
import vn.thidua.cluster.exemplar.ExemplarViews.ExemplarCard;
import vn.thidua.cluster.exemplar.ExemplarViews.ExemplarView;
import vn.thidua.cluster.exemplar.ExemplarViews.NameablePerson;
import vn.thidua.cluster.exemplar.ExemplarViews.Spread;
import vn.thidua.kit.database.Like;
import vn.thidua.kit.database.Rows;

/** Reads exemplars. */
@Repository
class ExemplarQueries {
    /**
     * What a list is narrowed to.
     *
     * @param unitId that unit and all below it
     */
    record Filter(
            Exemplar.@Nullable State state,
            Exemplar.@Nullable Subject subject,
            @Nullable UUID unitId,
            @Nullable UUID movementId,
            @Nullable Integer year,
            @Nullable String q,
            @Nullable UUID after,
            int limit) {}

    private static final String SEEN = """
            and (x.state = 'PUBLISHED' or :everybody)
            and ((x.state = 'PUBLISHED' and :everybody) or x.unit_id = any(:units)
                 or x.unit_id in (select kit.units_and_below(:roots, kit.business_today())))
            """;

    private final JdbcClient jdbc;

    ExemplarQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest first. */
    List<ExemplarCard> list(Filter filter, ExemplarSight.Sight sight) {
        return seenBy(sight, jdbc.sql("""
                        select x.id, x.state, x.subject, x.unit_id, unit_name(x.unit_id, kit.business_today()) as unit_name,
                               coalesce(p.name, x.name) as name, x.place, x.title, x.field, x.level, x.year, x.file_id,
                               (select count(*) from exemplar_replication r
                                where r.exemplar_id = x.id and replication_state(r.id) <> 'GIVEN_UP') as replicated_by
                        from exemplar x left join person p on p.id = x.person_id
                        where (cast(:state as text) is null or x.state = :state)
                          and (cast(:subject as text) is null or x.subject = :subject)
                          and (cast(:unit as uuid) is null
                               or x.unit_id in (select kit.units_and_below(array[cast(:unit as uuid)], kit.business_today())))
                          and (cast(:movement as uuid) is null or x.movement_id = :movement)
                          and (cast(:year as int) is null or x.year = :year)
                          and (cast(:q as text) is null
                               or exemplar_words(x.title, x.name, x.place, x.story) like '%' || search_text(:q) || '%' escape '\\'
                               or x.person_id = any(array(
                                   select n.id from person n where search_text(n.name) like '%' || search_text(:q) || '%' escape '\\')))
                          and (cast(:after as uuid) is null or x.id < :after)
                        """ + SEEN + " order by x.id desc limit :limit"))
                .param("state", filter.state() == null ? null : filter.state().name(), Types.VARCHAR)
                .param(
                        "subject",
                        filter.subject() == null ? null : filter.subject().name(),
                        Types.VARCHAR)
                .param("unit", filter.unitId(), Types.OTHER)
                .param("movement", filter.movementId(), Types.OTHER)
                .param("year", filter.year(), Types.INTEGER)
                .param("q", filter.q() == null ? null : Like.literal(filter.q()), Types.VARCHAR)
                .param("after", filter.after(), Types.OTHER)
                .param("limit", filter.limit())
                .query((row, _) -> card(row))
                .list();
    }

    Optional<ExemplarView> find(UUID id, ExemplarSight.Sight sight) {
        return seenBy(sight, jdbc.sql("""
                        select x.id, x.state, x.subject, x.unit_id, unit_name(x.unit_id, kit.business_today()) as unit_name, x.person_id,
                               coalesce(p.name, x.name) as name, x.place, x.title, x.story, x.field, x.level, x.year, x.movement_id,
                               m.name as movement_name, x.file_id, x.proposed_by as proposed_by_id, pp.name as proposed_by,
                               x.proposed_at, jp.name as judged_by, x.judged_at, x.consent_on, cp.name as consent_by,
                               bp.name as published_by, x.published_at, wp.name as withdrawn_by, x.withdrawn_at, x.reason, x.version,
                               s.under_way, s.established, s.given_up
                        from exemplar x
                        left join person p on p.id = x.person_id
                        left join movement m on m.id = x.movement_id
                        join person pp on pp.id = x.proposed_by
                        left join person jp on jp.id = x.judged_by
                        left join person cp on cp.id = x.consent_by
                        left join person bp on bp.id = x.published_by
                        left join person wp on wp.id = x.withdrawn_by
                        cross join lateral (
                            select count(*) filter (where c.state = 'UNDER_WAY') as under_way,
                                   count(*) filter (where c.state = 'ESTABLISHED') as established,
                                   count(*) filter (where c.state = 'GIVEN_UP') as given_up
                            from (select replication_state(r.id) as state from exemplar_replication r where r.exemplar_id = x.id) c) s
                        where x.id = :id
                        """ + SEEN))
                .param("id", id)
                .query((row, _) -> view(row))
                .optional();
    }

    boolean isPictureSeen(UUID fileId, ExemplarSight.Sight sight) {
        return seenBy(sight, jdbc.sql("select exists (select from exemplar x where x.file_id = :file " + SEEN + ")"))
                .param("file", fileId)
                .query(Boolean.class)
                .single();
    }

    /** Who works for a unit and is known by name, in the order of their ids. */
    List<NameablePerson> people(UUID unitId, @Nullable String q, @Nullable UUID after, int limit) {
        return jdbc.sql("""
                        select p.id, p.name from person p
                        where p.unit_id = :unit and p.erased_at is null
                          and (cast(:q as text) is null or search_text(p.name) like '%' || search_text(:q) || '%' escape '\\')
                          and (cast(:after as uuid) is null or p.id > :after)
                        order by p.id limit :limit
                        """)
                .param("unit", unitId)
                .param("q", q == null ? null : Like.literal(q), Types.VARCHAR)
                .param("after", after, Types.OTHER)
                .param("limit", limit)
                .query((row, _) -> new NameablePerson(row.getObject("id", UUID.class), row.getString("name")))
                .list();
    }

    private static JdbcClient.StatementSpec seenBy(ExemplarSight.Sight sight, JdbcClient.StatementSpec statement) {
        return statement
                .param("everybody", sight.everybody())
                .param("units", sight.reach().unitArray())
                .param("roots", sight.reach().rootArray());
    }

    private static ExemplarCard card(ResultSet row) throws SQLException {
        return new ExemplarCard(
                row.getObject("id", UUID.class),
                Exemplar.State.valueOf(row.getString("state")),
                Exemplar.Subject.valueOf(row.getString("subject")),
                row.getObject("unit_id", UUID.class),
                row.getString("unit_name"),
                row.getString("name"),
                row.getString("place"),
                row.getString("title"),
                row.getString("field"),
                Exemplar.Level.valueOf(row.getString("level")),
                row.getInt("year"),
                row.getObject("file_id", UUID.class),
                row.getInt("replicated_by"));
    }

    private static ExemplarView view(ResultSet row) throws SQLException {
        var consentOn = Rows.date(row, "consent_on");
        return new ExemplarView(
                row.getObject("id", UUID.class),
                Exemplar.State.valueOf(row.getString("state")),
                Exemplar.Subject.valueOf(row.getString("subject")),
                row.getObject("unit_id", UUID.class),
                row.getString("unit_name"),
                row.getObject("person_id", UUID.class),
                row.getString("name"),
                row.getString("place"),
                row.getString("title"),
                row.getString("story"),
                row.getString("field"),
                Exemplar.Level.valueOf(row.getString("level")),
                row.getInt("year"),
                row.getObject("movement_id", UUID.class),
                row.getString("movement_name"),
                row.getObject("file_id", UUID.class),
                row.getObject("proposed_by_id", UUID.class),
                Objects.requireNonNull(act(row, "proposed")),
                act(row, "judged"),
                consentOn == null ? null : new ConsentView(consentOn, row.getString("consent_by")),
                act(row, "published"),
                act(row, "withdrawn"),
                row.getString("reason"),
                new Spread(row.getInt("under_way"), row.getInt("established"), row.getInt("given_up")),
                row.getLong("version"));
    }

    private static @Nullable ExemplarAct act(ResultSet row, String what) throws SQLException {
        var at = Rows.instant(row, what + "_at");
        return at == null ? null : new ExemplarAct(row.getString(what + "_by"), at);
    }
}
