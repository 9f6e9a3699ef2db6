package vn.thidua.cluster.season;

import vn.thidua.kit.mandate.Basis;
import vn.thidua.kit.security.Caller;

/** What a season takes over from the one it is copied from. Every bean of this type is asked, in the copy's own transaction. */
public interface Heirloom {
    /** @param to the new season, planned */
    void passOn(Caller caller, Basis basis, Seasons.Ref from, Seasons.Ref to);
}
