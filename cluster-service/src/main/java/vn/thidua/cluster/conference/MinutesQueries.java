package vn.thidua.cluster.conference;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.kit.database.Rows;

/** What happened at a conference beside its own lists, as the features that it touched keep it. Names are those of the day. */
@Repository
class MinutesQueries {
    /**
     * @param regional whether the cluster is one by territory
     * @param members how many it had on the day
     */
    record Setting(String clusterName, boolean regional, String organiserName, int members) {}

    /** @param outcome as the tracking of key tasks names it */
    record ReviewedTask(
            String text,
            @Nullable String owner,
            @Nullable LocalDate dueOn,
            String outcome,
            @Nullable String note) {}

    /** A paper that was laid before the units in draft, with how many comments were taken in, in whole or part, of how many. */
    record LaidDraft(String kind, String title, int number, int comments, int taken) {}

    record AdoptedRegulation(String title, int number, String season) {}

    /** @param members how many signed it; none for one recorded after the fact */
    record SignedCompact(String title, String season, int members) {}

    record Candidate(String name, int votes) {}

    /**
     * A counted election.
     *
     * @param invalid null unless it was held on paper
     */
    record Vote(
            String title,
            String season,
            String result,
            @Nullable String elected,
            int eligible,
            int cast,
            int blank,
            @Nullable Integer invalid,
            List<Candidate> candidates) {
        Vote {
            candidates = List.copyOf(candidates);
        }
    }

    /** @param role as headships name it */
    record NamedHead(String unit, String role, String season) {}

    /** @param from null where nobody is known to have headed */
    record HandedOver(@Nullable String from, String to, String fromSeason, String toSeason) {}

    private final JdbcClient jdbc;

    MinutesQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Setting setting(UUID conference) {
        return jdbc.sql("""
                        select k.name, k.kind = 'REGIONAL' as regional, unit_name(k.organiser_id, c.held_on) as organiser,
                               (select count(*) from membership m where m.cluster_id = k.id and m.during @> c.held_on) as members
                        from conference c join cluster k on k.id = c.cluster_id where c.id = :id
                        """)
                .param("id", conference)
                .query((row, _) -> new Setting(
                        row.getString("name"),
                        row.getBoolean("regional"),
                        row.getString("organiser"),
                        row.getInt("members")))
                .single();
    }

    List<ReviewedTask> reviewedTasks(UUID conference) {
        return jdbc.sql("""
                        select t.body, unit_name(t.owner_unit_id, c.held_on) as owner, t.due_on, r.outcome, r.note
                        from key_task_review r join key_task t on t.id = r.key_task_id join conference c on c.id = r.conference_id
                        where r.conference_id = :id order by t.due_on nulls last, t.id
                        """)
                .param("id", conference)
                .query((row, _) -> new ReviewedTask(
                        row.getString("body"),
                        row.getString("owner"),
                        Rows.date(row, "due_on"),
                        row.getString("outcome"),
                        row.getString("note")))
                .list();
    }

    List<LaidDraft> laidDrafts(UUID conference) {
        return jdbc.sql("""
                        select d.kind, d.title, (select max(v.number) from draft_version v where v.draft_id = d.id) as number,
                               x.comments, x.taken
                        from draft d
                        cross join lateral (
                            select count(*) as comments, count(*) filter (where y.outcome in ('ACCEPTED', 'PARTLY')) as taken
                            from draft_comment y where y.about_id = d.id) x
                        where d.conference_id = :id and d.withdrawn_at is null order by d.id
                        """)
                .param("id", conference)
                .query((row, _) -> new LaidDraft(
                        row.getString("kind"),
                        row.getString("title"),
                        row.getInt("number"),
                        row.getInt("comments"),
                        row.getInt("taken")))
                .list();
    }

    List<AdoptedRegulation> adoptedRegulations(UUID conference) {
        return jdbc.sql("""
                        select g.title, g.number, s.name from regulation g join season s on s.id = g.season_id
                        where g.conference_id = :id and g.status = 'ADOPTED' order by s.name, g.number
                        """)
                .param("id", conference)
                .query((row, _) ->
                        new AdoptedRegulation(row.getString("title"), row.getInt("number"), row.getString("name")))
                .list();
    }

    List<SignedCompact> signedCompacts(UUID conference) {
        return jdbc.sql("""
                        select p.title, s.name, (select count(*) from compact_member m where m.compact_id = p.id) as members
                        from compact p join season s on s.id = p.season_id
                        where p.conference_id = :id and p.status = 'SIGNED' order by s.name, p.id
                        """)
                .param("id", conference)
                .query((row, _) ->
                        new SignedCompact(row.getString("title"), row.getString("name"), row.getInt("members")))
                .list();
    }

    List<Vote> votes(UUID conference) {
        return jdbc.sql("""
                        select e.title, s.name, e.result, unit_name(e.elected_unit_id, c.held_on) as elected, e.ballots_cast,
                               e.ballots_blank, e.ballots_invalid, (select count(*) from election_voter v where v.election_id = e.id) as eligible,
                               array(select unit_name(k.unit_id, c.held_on) from election_candidate k
                                     where k.election_id = e.id order by k.votes desc, k.unit_id) as names,
                               array(select k.votes from election_candidate k
                                     where k.election_id = e.id order by k.votes desc, k.unit_id) as votes
                        from election e join season s on s.id = e.season_id join conference c on c.id = e.conference_id
                        where e.conference_id = :id and e.status = 'COUNTED' order by e.closed_at, e.id
                        """).param("id", conference).query(MinutesQueries::vote).list();
    }

    List<NamedHead> namedHeads(UUID conference) {
        return jdbc.sql("""
                        select unit_name(h.unit_id, c.held_on) as unit, h.role, s.name
                        from headship h join season s on s.id = h.season_id join conference c on c.id = h.conference_id
                        where h.conference_id = :id order by s.name, headship_rank(h.role), h.id
                        """)
                .param("id", conference)
                .query((row, _) -> new NamedHead(row.getString("unit"), row.getString("role"), row.getString("name")))
                .list();
    }

    List<HandedOver> handovers(UUID conference) {
        return jdbc.sql("""
                        select unit_name(h.from_unit_id, c.held_on) as giver, unit_name(h.to_unit_id, c.held_on) as taker,
                               f.name as from_season, t.name as to_season
                        from handover h join conference c on c.id = h.conference_id
                             join season f on f.id = h.from_season_id join season t on t.id = h.to_season_id
                        where h.conference_id = :id order by h.id
                        """)
                .param("id", conference)
                .query((row, _) -> new HandedOver(
                        row.getString("giver"),
                        row.getString("taker"),
                        row.getString("from_season"),
                        row.getString("to_season")))
                .list();
    }

    private static Vote vote(ResultSet row, int number) throws SQLException {
        var names = (String[]) row.getArray("names").getArray();
        var votes = (Integer[]) row.getArray("votes").getArray();
        var candidates = new ArrayList<Candidate>();
        for (int i = 0; i < names.length; i++) {
            candidates.add(new Candidate(names[i], votes[i]));
        }
        return new Vote(
                row.getString("title"),
                row.getString("name"),
                row.getString("result"),
                row.getString("elected"),
                row.getInt("eligible"),
                row.getInt("ballots_cast"),
                row.getInt("ballots_blank"),
                row.getObject("ballots_invalid", Integer.class),
                candidates);
    }
}
