package vn.thidua.cluster.person;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who works for a unit. After erasure only the id and the unit are left.
 *
 * @param code by which tables know the person again, or null
 * @param account subject of the account the person logs in with, or null
 */
record Person(
        UUID id,
        @Nullable String code,
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        UUID unitId,
        @Nullable String account,
        boolean erased,
        long version) {

    Person changed(
            @Nullable String newCode,
            String newName,
            @Nullable String newEmail,
            @Nullable String newPhone,
            UUID newUnit,
            @Nullable String newAccount) {
        return new Person(id, newCode, newName, newEmail, newPhone, newUnit, newAccount, false, version + 1);
    }

    /** Whether nothing but the version differs. */
    boolean saysTheSameAs(Person other) {
        return equals(new Person(
                id,
                other.code,
                other.name,
                other.email,
                other.phone,
                other.unitId,
                other.account,
                other.erased,
                version));
    }

    Person linked(String newAccount) {
        return new Person(id, code, name, email, phone, unitId, newAccount, false, version + 1);
    }

    Person erase() {
        return new Person(id, null, null, null, null, unitId, null, true, version + 1);
    }
}
