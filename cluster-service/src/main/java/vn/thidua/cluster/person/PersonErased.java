package vn.thidua.cluster.person;

import java.util.UUID;
import vn.thidua.kit.mandate.Basis;
import vn.thidua.kit.security.Caller;

/** A person's data is erased, in this transaction: whoever tells of that person forgets it in the same one. */
public record PersonErased(UUID personId, Caller caller, Basis basis, String reason) {}
