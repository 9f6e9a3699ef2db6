package vn.thidua.kit.mandate;

import java.util.Set;

/**
 * A thing that may be done at a unit.
 *
 * @param agencyScope the token scope an agency needs besides a mandate over the unit
 * @param roles a person needs a mandate with one of these roles; an agency any mandate, as its scope says what it may do
 */
public record Permission(String agencyScope, Set<String> roles) {
    public Permission {
        roles = Set.copyOf(roles);
    }

    public static Permission of(String agencyScope, String... roles) {
        return new Permission(agencyScope, Set.of(roles));
    }
}
