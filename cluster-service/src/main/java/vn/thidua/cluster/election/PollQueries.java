package vn.thidua.cluster.election;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.cluster.vote.Fraction;
import vn.thidua.cluster.vote.Rules;
import vn.thidua.kit.database.Rows;

/** Reads what the papers of an election are written from, with the names of the conference's day. */
@Repository
class PollQueries {
    private final JdbcClient jdbc;

    PollQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    PollFacts facts(UUID election) {
        return jdbc.sql("""
                        select e.title, k.name as cluster, unit_name(k.organiser_id, c.held_on) as organiser, c.place, c.held_on,
                               c.provenance = 'INVENTED' as invented, e.status, e.quorum_numerator, e.quorum_denominator,
                               e.threshold_numerator, e.threshold_denominator, e.base, e.ballots_cast, e.ballots_blank, e.result,
                               unit_name(e.elected_unit_id, c.held_on) as elected,
                               case when e.opened_at is null
                                    then (select count(*) from membership m where m.cluster_id = k.id and m.during @> c.held_on)
                                    else (select count(*) from election_voter v where v.election_id = e.id) end as eligible,
                               x.names, x.votes, w.issued, w.valid, w.invalid, f.sha256
                        from election e join conference c on c.id = e.conference_id join cluster k on k.id = e.cluster_id
                             cross join lateral (
                                 select array_agg(n.name order by n.votes desc nulls last, n.name) as names,
                                        array_agg(n.votes order by n.votes desc nulls last, n.name) as votes
                                 from (select unit_name(y.unit_id, c.held_on) as name, y.votes
                                       from election_candidate y where y.election_id = e.id) n) x
                             left join paper_count w on w.election_id = e.id and w.status = 'CONFIRMED'
                             left join file f on f.id = w.file_id
                        where e.id = :id
                        """).param("id", election).query(PollQueries::facts).single();
    }

    private static PollFacts facts(ResultSet row, int number) throws SQLException {
        var names = (String[]) row.getArray("names").getArray();
        var votes = (Integer[]) row.getArray("votes").getArray();
        var candidates = new ArrayList<PollFacts.Candidate>();
        for (int i = 0; i < names.length; i++) {
            candidates.add(new PollFacts.Candidate(names[i], votes[i]));
        }
        var result = row.getString("result");
        return new PollFacts(
                row.getString("title"),
                row.getString("cluster"),
                row.getString("organiser"),
                row.getString("place"),
                Objects.requireNonNull(Rows.date(row, "held_on")),
                row.getBoolean("invented"),
                Election.Status.valueOf(row.getString("status")),
                new Rules(
                        new Fraction(row.getInt("quorum_numerator"), row.getInt("quorum_denominator")),
                        new Fraction(row.getInt("threshold_numerator"), row.getInt("threshold_denominator")),
                        Rules.Base.valueOf(row.getString("base"))),
                row.getInt("eligible"),
                candidates,
                result == null
                        ? null
                        : new PollFacts.Counted(
                                row.getInt("ballots_cast"),
                                row.getInt("ballots_blank"),
                                row.getString("sha256") == null
                                        ? null
                                        : new PollFacts.OnPaper(
                                                row.getInt("issued"),
                                                row.getInt("valid"),
                                                row.getInt("invalid"),
                                                row.getString("sha256")),
                                ElectionViews.ElectionView.Outcome.valueOf(result),
                                row.getString("elected")));
    }
}
