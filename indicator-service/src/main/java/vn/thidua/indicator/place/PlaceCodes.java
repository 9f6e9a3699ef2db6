package vn.thidua.indicator.place;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads by which code of the list of administrative units a unit is found on a map. */
@Repository
public class PlaceCodes {
    private final JdbcClient jdbc;

    PlaceCodes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of the season's members those that have one: as it was on the season's first day, or nearest to it. */
    public Map<UUID, String> of(UUID seasonId) {
        var found = new HashMap<UUID, String>();
        jdbc.sql("""
                        select m.unit_id, c.code
                        from season_copy s
                        join season_member m on m.season_id = s.id
                        join lateral (
                            select p.code from place_code p where p.unit_id = m.unit_id
                            order by p.during @> lower(s.during) desc, abs(lower(p.during) - lower(s.during)), p.code limit 1) c on true
                        where s.id = :season
                        """)
                .param("season", seasonId)
                .query((row, _) -> found.put(row.getObject("unit_id", UUID.class), row.getString("code")))
                .list();
        return found;
    }
}
