package vn.thidua.indicator.target;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import vn.thidua.kit.database.Rows;

/** Reads how far targets are agreed. */
@Repository
class AgreementQueries {
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final TargetHashes hashes;

    AgreementQueries(JdbcClient jdbc, JsonMapper json, TargetHashes hashes) {
        this.jdbc = jdbc;
        this.hashes = hashes;
        this.json = json;
    }

    /**
     * Members of the season after that one, and whoever proposed and is a member no more.
     *
     * @param only null for all of them
     * @param reader whose own last step is told
     */
    List<AgreementViews.AgreementView> list(
            UUID seasonId, @Nullable List<UUID> only, @Nullable UUID after, int limit, String reader) {
        var rows = jdbc.sql("""
                        select u.unit_id, a.kind, a.version, a.at, a.note, a.actor = :reader as own, e.frozen_at,
                               (select count(*) from target t where t.season_id = :season and t.unit_id = u.unit_id) as targets,
                               (select st.name from kit.unit_state_copy st where st.unit_id = u.unit_id
                                order by st.during @> kit.business_today() desc, lower(st.during) desc limit 1) as unit_name
                        from (select m.unit_id from season_member m where m.season_id = :season
                              union select s.unit_id from target_agreement s where s.season_id = :season) u
                        left join target_agreement a on a.season_id = :season and a.unit_id = u.unit_id
                        left join target_edition e on e.season_id = :season and e.edition = 1
                        where (cast(:after as uuid) is null or u.unit_id > :after)
                          and (cast(:only as uuid[]) is null or u.unit_id = any(:only))
                        order by u.unit_id limit :limit
                        """)
                .param("season", seasonId)
                .param("reader", reader)
                .param("after", after, Types.OTHER)
                .param("only", only == null ? null : only.toArray(UUID[]::new), Types.ARRAY)
                .param("limit", limit)
                .query((row, _) -> view(row))
                .list();
        var shown = hashes.of(
                seasonId,
                rows.stream().map(AgreementViews.AgreementView::unitId).toList());
        return rows.stream()
                .map(row -> row.withTargets(shown.getOrDefault(row.unitId(), TargetHashes.NONE)))
                .toList();
    }

    AgreementViews.AgreementView one(UUID seasonId, UUID unitId, String reader) {
        return list(seasonId, List.of(unitId), null, 1, reader).getFirst();
    }

    /** The steps of one unit before that version, newest first. */
    List<AgreementViews.AgreementStepView> steps(
            UUID seasonId, UUID unitId, @Nullable Long before, int limit, String reader) {
        return jdbc.sql("""
                        select s.version, s.kind, s.note, s.at, s.actor = :reader as own, s.targets, m.role, n.name as role_unit_name
                        from target_agreement_step s
                        left join kit.mandate_copy m on m.id = s.mandate_id
                        left join lateral (
                            select st.name from kit.unit_state_copy st where st.unit_id = m.unit_id
                            order by st.during @> cast(s.at as date) desc, lower(st.during) desc limit 1) n on true
                        where s.season_id = :season and s.unit_id = :unit and (cast(:before as bigint) is null or s.version < :before)
                        order by s.version desc limit :limit
                        """)
                .param("season", seasonId)
                .param("unit", unitId)
                .param("reader", reader)
                .param("before", before, Types.BIGINT)
                .param("limit", limit)
                .query((row, _) -> step(row))
                .list();
    }

    private static AgreementViews.AgreementView view(ResultSet row) throws SQLException {
        var kind = row.getString("kind");
        var last = kind == null ? null : Agreement.Step.valueOf(kind);
        var frozenAt = Rows.instant(row, "frozen_at");
        // What was frozen without having been approved is approved by that.
        var byFreezing = frozenAt != null && last != Agreement.Step.APPROVED;
        return new AgreementViews.AgreementView(
                row.getObject("unit_id", UUID.class),
                row.getString("unit_name"),
                byFreezing ? Agreement.Status.APPROVED : last == null ? Agreement.Status.DRAFT : last.status(),
                last,
                byFreezing ? null : Agreement.turn(last),
                byFreezing ? frozenAt : Rows.instant(row, "at"),
                byFreezing,
                row.getString("note"),
                row.getBoolean("own"),
                row.getLong("targets"),
                TargetHashes.NONE,
                row.getLong("version"));
    }

    private AgreementViews.AgreementStepView step(ResultSet row) throws SQLException {
        var kind = Agreement.Step.valueOf(row.getString("kind"));
        return new AgreementViews.AgreementStepView(
                row.getLong("version"),
                kind,
                kind.status(),
                row.getString("note"),
                Objects.requireNonNull(Rows.instant(row, "at")),
                row.getBoolean("own"),
                row.getString("role"),
                row.getString("role_unit_name"),
                List.of(json.readValue(row.getString("targets"), AgreementViews.TabledTarget[].class)));
    }
}
