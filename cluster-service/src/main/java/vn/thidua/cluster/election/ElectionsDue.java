package vn.thidua.cluster.election;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.thidua.cluster.season.DueFacts;

/**
 * A live season elects the unit that leads, unless its regulation takes the first in the ranking; while a vote is open, each voter
 * that has not voted owes its ballot.
 */
@Component
class ElectionsDue implements DueFacts {
    @Override
    public Optional<String> ofSeasons() {
        return Optional.of("""
                select s.id, 'LEADER_ELECTED', null::uuid, e.id, e.title, null::date, e.id is not null,
                       (e.closed_at at time zone 'Asia/Ho_Chi_Minh')::date, null::uuid[]
                from unnest(:seasons) as s(id)
                left join lateral (
                    select e.id, e.title, e.closed_at from election e
                    where e.season_id = s.id and e.elected_unit_id is not null order by e.id desc limit 1) e on true
                where 'RANK_1' is distinct from (select r.candidate_rule from regulation r
                                                 where r.season_id = s.id order by r.number desc limit 1)
                """);
    }

    /** About the conference at which the vote is held: that is where it is cast. */
    @Override
    public Optional<String> owedByMembers() {
        return Optional.of("""
                select e.season_id, 'BALLOT_CAST', v.unit_id, e.conference_id, e.title, null::date, false, null::date, null::uuid[]
                from election e join election_voter v on v.election_id = e.id
                where e.season_id = any(:seasons) and e.status = 'OPEN' and not exists (
                    select from election_mark m where m.election_id = e.id and m.unit_id = v.unit_id)
                """);
    }
}
