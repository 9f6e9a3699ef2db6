package vn.thidua.award.access;

import java.util.Arrays;
import vn.thidua.kit.mandate.Permission;

/**
 * What may be done in this service, and by which roles. Drafting, signing and numbering a decision are three abilities of three
 * roles, so that nobody brings a decision about alone without holding all three mandates.
 */
public enum Ability {
    READ("awards.read", Role.values()),
    /** Dated rule rows of awards. */
    RULES_WRITE("awards.write", Role.ADMINISTRATOR, Role.STANDING_OFFICER),
    /** Honours entered after the fact. */
    REGISTER_WRITE("awards.write", Role.ADMINISTRATOR, Role.STANDING_OFFICER),
    /** For any unit of a cluster, at the unit whose council ranks it. */
    NOMINATE_AS_ORGANISER("awards.write", Role.STANDING_OFFICER),
    /** For the own unit. */
    NOMINATE_OWN("awards.write", Role.UNIT_OFFICER, Role.UNIT_LEADER),
    /** A submission speaks for the unit, so its leader makes it. */
    SUBMIT_OWN("awards.write", Role.UNIT_LEADER),
    RECORD_OPINION("awards.write", Role.STANDING_OFFICER),
    REFUSE("awards.write", Role.STANDING_OFFICER, Role.AWARDING_AUTHORITY),
    DRAFT_DECISION("awards.write", Role.STANDING_OFFICER),
    /** Scope of its own: a system that may write nominations does not thereby sign. */
    SIGN_DECISION("decisions.sign", Role.AWARDING_AUTHORITY),
    /** Who may give may take back. */
    REVOKE("decisions.sign", Role.AWARDING_AUTHORITY),
    /** Scope of its own, for the same reason. */
    NUMBER_DECISION("decisions.number", Role.CLERK);

    @SuppressWarnings("ImmutableEnumChecker") // A record of a text and an unmodifiable set; the checker knows neither.
    private final Permission permission;

    Ability(String agencyScope, Role... roles) {
        this.permission =
                Permission.of(agencyScope, Arrays.stream(roles).map(Role::name).toArray(String[]::new));
    }

    public Permission permission() {
        return permission;
    }
}
