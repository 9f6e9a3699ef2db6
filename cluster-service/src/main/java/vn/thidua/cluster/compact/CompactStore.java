package vn.thidua.cluster.compact;

import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.cluster.recording.Origin;
import vn.thidua.cluster.recording.Provenance;
import vn.thidua.kit.database.Rows;
import vn.thidua.kit.mandate.Basis;

/** Writes compacts and their signatures. */
@Repository
class CompactStore {
    private final JdbcClient jdbc;

    CompactStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    UUID nextId() {
        return jdbc.sql("select uuidv7()").query(UUID.class).single();
    }

    LocalDate today() {
        return jdbc.sql("select kit.business_today()").query(LocalDate.class).single();
    }

    /** The compact of a season that is being signed, or else the one in force. */
    Optional<UUID> standing(UUID seasonId) {
        return jdbc.sql("""
                        select id from compact where season_id = :season and status in ('SIGNING', 'SIGNED')
                        order by status = 'SIGNED' limit 1
                        """).param("season", seasonId).query(UUID.class).optional();
    }

    /** The compact, held until the transaction ends: the last of two signatures at once sees the other. */
    Optional<Compact> lock(UUID id) {
        return jdbc.sql("""
                        select p.id, p.season_id, p.cluster_id, c.organiser_id, p.mode, p.title, p.text_sha256, p.status, p.signed_on,
                               p.conference_id, p.provenance, p.source, p.version, p.amends_id, p.amendment_reason
                        from compact p join cluster c on c.id = p.cluster_id
                        where p.id = :id for update of p
                        """)
                .param("id", id)
                .query((row, _) -> new Compact(
                        row.getObject("id", UUID.class),
                        row.getObject("season_id", UUID.class),
                        row.getObject("cluster_id", UUID.class),
                        row.getObject("organiser_id", UUID.class),
                        Compact.Mode.valueOf(row.getString("mode")),
                        row.getString("title"),
                        row.getString("text_sha256"),
                        Compact.Status.valueOf(row.getString("status")),
                        Rows.date(row, "signed_on"),
                        row.getObject("conference_id", UUID.class),
                        List.of(),
                        row.getObject("amends_id") == null
                                ? null
                                : new Compact.Amending(
                                        row.getObject("amends_id", UUID.class), row.getString("amendment_reason")),
                        new Origin(Provenance.valueOf(row.getString("provenance")), row.getString("source")),
                        row.getLong("version")))
                .optional()
                .map(locked -> locked.by(members(id)));
    }

    private List<Compact.Member> members(UUID id) {
        return jdbc.sql("""
                        select m.unit_id, array(select s.capacity from compact_signatory s
                                                where s.compact_id = m.compact_id and s.unit_id = m.unit_id and s.capacity is not null
                                                order by s.number) as capacities
                        from compact_member m where m.compact_id = :id order by m.unit_id
                        """)
                .param("id", id)
                .query((row, _) -> new Compact.Member(row.getObject("unit_id", UUID.class), List.of((String[])
                        row.getArray("capacities").getArray())))
                .list();
    }

    /**
     * Stores a new compact.
     *
     * @param words what is to be signed, made of those targets; null for one recorded after the fact
     * @return false when the season has one that is being signed, or one of record
     */
    boolean insert(Compact compact, @Nullable String preamble, @Nullable Words words) {
        var stored = jdbc.sql("""
                        insert into compact (id, season_id, cluster_id, mode, title, preamble, targets_sha256, text, text_sha256, status,
                                             signed_on, conference_id, provenance, source, amends_id, amendment_reason)
                        values (:id, :season, :cluster, :mode, :title, :preamble, :targets, :text, :sha256, :status,
                                :signed, :conference, :provenance, :source, :amends, :reason)
                        on conflict do nothing
                        """)
                .param("id", compact.id())
                .param("season", compact.seasonId())
                .param("cluster", compact.clusterId())
                .param("mode", compact.mode().name())
                .param("title", compact.title())
                .param("preamble", preamble, Types.VARCHAR)
                .param("targets", words == null ? null : words.targetsSha256(), Types.VARCHAR)
                .param("text", words == null ? null : words.wording().text(), Types.VARCHAR)
                .param("sha256", words == null ? null : words.wording().sha256(), Types.VARCHAR)
                .param("status", compact.status().name())
                .param("signed", compact.signedOn(), Types.DATE)
                .param("conference", compact.conferenceId(), Types.OTHER)
                .param("provenance", compact.origin().provenance().name())
                .param("source", compact.origin().source(), Types.VARCHAR)
                .param(
                        "amends",
                        compact.amending() == null ? null : compact.amending().compactId(),
                        Types.OTHER)
                .param(
                        "reason",
                        compact.amending() == null ? null : compact.amending().reason(),
                        Types.VARCHAR)
                .update();
        if (stored == 0) {
            return false;
        }
        jdbc.sql("insert into compact_member (compact_id, unit_id) select :id, unnest(cast(:units as uuid[]))")
                .param("id", compact.id())
                .param(
                        "units",
                        compact.members().stream().map(Compact.Member::unitId).toArray(UUID[]::new))
                .update();
        compact.members().stream()
                .collect(Collectors.groupingBy(
                        Compact.Member::capacities, Collectors.mapping(Compact.Member::unitId, Collectors.toList())))
                .forEach((capacities, units) -> signatories(compact.id(), units, capacities));
        return true;
    }

    /** Who signs for these members; without any capacity it is one leader. */
    private void signatories(UUID id, List<UUID> units, List<String> capacities) {
        jdbc.sql("""
                        insert into compact_signatory (compact_id, unit_id, number, capacity)
                        select :id, u.id, s.number, s.capacity
                        from unnest(cast(:units as uuid[])) as u(id),
                             unnest(cast(:capacities as text[])) with ordinality as s(capacity, number)
                        """)
                .param("id", id)
                .param("units", units.toArray(UUID[]::new))
                .param("capacities", capacities.isEmpty() ? new String[1] : capacities.toArray(String[]::new))
                .update();
    }

    /** Has others sign for a member that nobody has signed for. */
    void replaceSignatories(UUID id, UUID unitId, List<String> capacities) {
        jdbc.sql("delete from compact_signatory where compact_id = :id and unit_id = :unit")
                .param("id", id)
                .param("unit", unitId)
                .update();
        signatories(id, List.of(unitId), capacities);
    }

    @Nullable
    String preamble(UUID id) {
        return jdbc.sql("select preamble from compact where id = :id")
                .param("id", id)
                .query((row, _) -> Optional.ofNullable(row.getString("preamble")))
                .single()
                .orElse(null);
    }

    /** @param targetsSha256 of the frozen targets the wording was made of */
    record Words(Wording wording, String targetsSha256) {}

    /** Whether that signatory of the member has signed. */
    boolean isSigned(UUID id, UUID unitId, int number) {
        return jdbc.sql("""
                        select exists (select from compact_signature
                                       where compact_id = :id and unit_id = :unit and number = :number)
                        """)
                .param("id", id)
                .param("unit", unitId)
                .param("number", number)
                .query(Boolean.class)
                .single();
    }

    /**
     * Whether somebody has signed for the member.
     *
     * @param basis of the one person asked about, or null for anybody
     */
    boolean isSignedBy(UUID id, UUID unitId, @Nullable Basis basis) {
        return jdbc.sql("""
                        select exists (select from compact_signature g
                                       where g.compact_id = :id and g.unit_id = :unit and (cast(:mandate as uuid) is null
                                             or g.person_id = (select m.person_id from mandate m where m.id = :mandate)))
                        """)
                .param("id", id)
                .param("unit", unitId)
                .param("mandate", basis == null ? null : basis.mandateId(), Types.OTHER)
                .query(Boolean.class)
                .single();
    }

    void sign(UUID id, UUID unitId, int number, String textSha256, Basis basis) {
        jdbc.sql("""
                        insert into compact_signature (compact_id, unit_id, number, text_sha256, person_id, mandate_id)
                        select :id, :unit, :number, :sha256, m.person_id, m.id from mandate m where m.id = :mandate
                        """)
                .param("id", id)
                .param("unit", unitId)
                .param("number", number)
                .param("sha256", textSha256)
                .param("mandate", basis.mandateId())
                .update();
    }

    boolean isSignedByAll(UUID id) {
        return jdbc.sql("select not exists (select from compact_signing(:id) where signed_at is null)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /** @param withdrawReason only when it is withdrawn */
    void update(Compact compact, @Nullable String withdrawReason) {
        jdbc.sql("""
                        update compact set status = :status, signed_on = :signed, withdraw_reason = :reason, version = :version
                        where id = :id
                        """)
                .param("id", compact.id())
                .param("status", compact.status().name())
                .param("signed", compact.signedOn(), Types.DATE)
                .param("reason", withdrawReason, Types.VARCHAR)
                .param("version", compact.version())
                .update();
    }
}
