package vn.thidua.kit.mandate;

import java.util.UUID;

/** A mandate that the caller holds today. */
public record HeldMandate(UUID id, UUID unitId, boolean subtree, String role) {}
