package vn.thidua.kit.feed;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/** Tells the database's passing trouble, after which the same work is tried again, from an event that cannot be applied. */
final class PassingTrouble {
    /** Connection, resources, interference by an operator, system: SQLSTATE classes of PostgreSQL. */
    private static final Set<String> CLASSES = Set.of("08", "25", "40", "53", "55", "57", "58");

    private PassingTrouble() {}

    static boolean is(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case TransientDataAccessException _, DataAccessResourceFailureException _, TransactionException _ -> {
                    return true;
                }
                case SQLException sql
                when sql.getSQLState() != null -> {
                    return CLASSES.contains(sql.getSQLState().substring(0, 2));
                }
                default -> {}
            }
        }
        return false;
    }
}
