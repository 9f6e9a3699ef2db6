package vn.thidua.cluster.compact;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.cluster.compact.CompactViews.CompactSummary;
import vn.thidua.cluster.compact.CompactViews.SignatoryView;
import vn.thidua.cluster.compact.CompactViews.Signature;
import vn.thidua.cluster.recording.Provenance;
import vn.thidua.kit.database.Rows;
import vn.thidua.kit.mandate.Reach;

/** Reads compacts and who has signed them. */
@Repository
class CompactQueries {
    /** The words of a compact; null for one recorded after the fact, but for a preamble that was kept. */
    record Words(
            @Nullable String preamble,
            @Nullable String text,
            @Nullable String targetsSha256,
            @Nullable String withdrawReason,
            @Nullable String amendmentReason) {}

    record Setting(String clusterName, String organiserName) {}

    private static final String SUMMARIES = """
            select p.id, p.season_id, p.cluster_id, p.mode, p.title, p.text_sha256, p.status, p.signed_on, p.conference_id,
                   p.provenance, p.source, p.version, p.amends_id, n.members, n.signatures
            from compact p
            cross join lateral (
                select count(*) as members, count(m.signed_at) as signatures from compact_signing(p.id) m) n
            """;

    private final JdbcClient jdbc;

    CompactQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<CompactSummary> find(UUID id) {
        return jdbc.sql(SUMMARIES + " where p.id = :id")
                .param("id", id)
                .query(CompactQueries::summary)
                .optional();
    }

    /** @param reach null for people, who see all */
    List<CompactSummary> list(@Nullable UUID seasonId, @Nullable UUID after, int limit, @Nullable Reach reach) {
        return jdbc.sql(SUMMARIES + """
                        join cluster c on c.id = p.cluster_id
                        where (cast(:season as uuid) is null or p.season_id = :season)
                          and (cast(:after as uuid) is null or p.id < :after)
                          and (:all or c.organiser_id = any(:units)
                               or c.organiser_id in (select kit.units_and_below(:roots, kit.business_today())))
                        order by p.id desc limit :limit
                        """)
                .param("season", seasonId, Types.OTHER)
                .param("after", after, Types.OTHER)
                .param("all", reach == null)
                .param("units", reach == null ? new UUID[0] : reach.unitArray())
                .param("roots", reach == null ? new UUID[0] : reach.rootArray())
                .param("limit", limit)
                .query(CompactQueries::summary)
                .list();
    }

    Words words(UUID id) {
        return jdbc.sql(
                        "select preamble, text, targets_sha256, withdraw_reason, amendment_reason from compact where id = :id")
                .param("id", id)
                .query((row, _) -> new Words(
                        row.getString("preamble"),
                        row.getString("text"),
                        row.getString("targets_sha256"),
                        row.getString("withdraw_reason"),
                        row.getString("amendment_reason")))
                .single();
    }

    /** Whose compact it is, as they are called today. */
    Setting setting(UUID id) {
        return jdbc.sql("""
                        select c.name, unit_name(c.organiser_id, kit.business_today()) as organiser
                        from compact p join cluster c on c.id = p.cluster_id where p.id = :id
                        """)
                .param("id", id)
                .query((row, _) -> new Setting(row.getString("name"), row.getString("organiser")))
                .single();
    }

    /** Whether the targets it was made of are no longer the ones in force. */
    boolean targetsChanged(UUID id) {
        return jdbc.sql("""
                        select exists (select from compact p join season_targets t on t.season_id = p.season_id
                                       where p.id = :id and t.text_sha256 <> p.targets_sha256)
                        """).param("id", id).query(Boolean.class).single();
    }

    /**
     * Every member with its signatures or without; the names are the signers' as they are known today.
     *
     * @param held mandates of whoever looks
     */
    List<Signature> board(UUID id, UUID[] held) {
        var signatories = new LinkedHashMap<UUID, List<SignatoryView>>();
        jdbc.sql("""
                        select s.unit_id, s.capacity, g.signed_at, p.name,
                               coalesce(g.person_id in (select d.person_id from mandate d where d.id = any(:held)), false) as yours
                        from compact_signatory s
                        left join compact_signature g using (compact_id, unit_id, number)
                        left join person p on p.id = g.person_id
                        where s.compact_id = :id order by s.unit_id, s.number
                        """).param("id", id).param("held", held).query((RowCallbackHandler) row -> signatories
                .computeIfAbsent(row.getObject("unit_id", UUID.class), _ -> new ArrayList<>())
                .add(new SignatoryView(
                        row.getString("capacity"),
                        Rows.instant(row, "signed_at"),
                        row.getString("name"),
                        row.getBoolean("yours"))));
        return jdbc.sql("""
                        select m.unit_id, unit_name(m.unit_id, kit.business_today()) as unit_name, m.signed_at
                        from compact_signing(:id) m join unit u on u.id = m.unit_id order by u.code
                        """)
                .param("id", id)
                .query((row, _) -> Signature.of(
                        row.getObject("unit_id", UUID.class),
                        row.getString("unit_name"),
                        Rows.instant(row, "signed_at"),
                        signatories.getOrDefault(row.getObject("unit_id", UUID.class), List.of())))
                .list();
    }

    private static CompactSummary summary(ResultSet row, int number) throws SQLException {
        return new CompactSummary(
                row.getObject("id", UUID.class),
                row.getObject("season_id", UUID.class),
                row.getObject("cluster_id", UUID.class),
                Compact.Mode.valueOf(row.getString("mode")),
                row.getString("title"),
                Compact.Status.valueOf(row.getString("status")),
                row.getString("text_sha256"),
                Rows.date(row, "signed_on"),
                row.getObject("conference_id", UUID.class),
                row.getObject("amends_id", UUID.class),
                row.getInt("members"),
                row.getInt("signatures"),
                Provenance.valueOf(row.getString("provenance")),
                row.getString("source"),
                row.getLong("version"));
    }
}
