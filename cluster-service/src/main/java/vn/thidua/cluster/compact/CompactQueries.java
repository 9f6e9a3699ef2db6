package vn.thidua.cluster.compact;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.cluster.compact.CompactController.CompactSummary;
import vn.thidua.cluster.compact.CompactController.Signature;
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

    private static final String SUMMARIES = """
            select p.id, p.season_id, p.cluster_id, p.mode, p.title, p.text_sha256, p.status, p.signed_on, p.conference_id,
                   p.provenance, p.source, p.version, p.amends_id,
                   (select count(*) from compact_member m where m.compact_id = p.id) as members,
                   (select count(*) from compact_signature s where s.compact_id = p.id) as signatures
            from compact p
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

    /** Whether the targets it was made of are no longer the ones in force. */
    boolean targetsChanged(UUID id) {
        return jdbc.sql("""
                        select exists (select from compact p join season_targets t on t.season_id = p.season_id
                                       where p.id = :id and t.text_sha256 <> p.targets_sha256)
                        """).param("id", id).query(Boolean.class).single();
    }

    /** Every member with its signature or without; the name is the signer's as he is known today. */
    List<Signature> board(UUID id) {
        return jdbc.sql("""
                        select m.unit_id, u.code, unit_name(m.unit_id, kit.business_today()) as unit_name, s.signed_at, p.name
                        from compact_member m
                        join unit u on u.id = m.unit_id
                        left join compact_signature s using (compact_id, unit_id)
                        left join person p on p.id = s.person_id
                        where m.compact_id = :id order by u.code
                        """)
                .param("id", id)
                .query((row, _) -> new Signature(
                        row.getObject("unit_id", UUID.class),
                        row.getString("unit_name"),
                        Rows.instant(row, "signed_at"),
                        row.getString("name")))
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
