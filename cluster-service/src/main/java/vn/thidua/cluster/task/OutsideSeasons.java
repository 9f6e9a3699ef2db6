package vn.thidua.cluster.task;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.thidua.cluster.access.Role;

/** What units owe outside of any season, from about a week before its day. Every bean of this type is asked, for all units at once. */
public interface OutsideSeasons {
    /**
     * One thing to be done.
     *
     * @param roles of the people at the unit who may do it
     * @param aboutId what it is about, such as a movement
     * @param title of what it is about
     * @param dueOn its last day
     */
    record Work(String code, UUID unitId, Set<Role> roles, UUID aboutId, String title, LocalDate dueOn) {
        public Work {
            roles = Set.copyOf(roles);
        }
    }

    List<Work> owedBy(UUID[] units);
}
