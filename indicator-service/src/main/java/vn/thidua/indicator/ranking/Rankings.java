package vn.thidua.indicator.ranking;

import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.thidua.kit.mandate.Permission;

/** Tells other features who ranks a cluster, and what is ranked for good. */
@Component
public class Rankings {
    /** People only: no token has this scope, no agency ranks a cluster. */
    public static final Permission RANK = Permission.of("ranking", "STANDING_OFFICER");

    private final RankingStore store;

    Rankings(RankingStore store) {
        this.store = store;
    }

    public boolean isPublished(UUID scoresheetId) {
        return store.isPublished(scoresheetId);
    }
}
