package vn.thidua.cluster.season;

import java.util.Map;
import java.util.UUID;
import vn.thidua.kit.mandate.Basis;
import vn.thidua.kit.security.Caller;

/** What is still to be done in a season when its head hands over. Every bean of this type is asked, in that transaction. */
public interface OpenWork {
    /**
     * Takes what is open over into the new season; the old one keeps its own.
     *
     * @return the old task to the new one
     */
    Map<UUID, UUID> handOver(Caller caller, Basis basis, Seasons.Ref from, Seasons.Ref to);
}
