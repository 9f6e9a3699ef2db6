package vn.thidua.kit.audit;

import java.util.Map;
import java.util.Set;

/** Names of people by their account, for showing the audit. The service that owns people knows them; the others know none. */
@FunctionalInterface
public interface ActorNames {
    Map<String, String> of(Set<String> accounts);
}
