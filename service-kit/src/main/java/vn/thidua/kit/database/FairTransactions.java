package vn.thidua.kit.database;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;

/**
 * Transactions begin in the order in which they were asked for. The pool of connections keeps none: whoever comes while one is handed over
 * may take it, and whoever it was meant for goes to the end of the queue, so that on deadline night some wait many times as long as
 * others.
 */
final class FairTransactions extends JdbcTransactionManager {
    private static final long serialVersionUID = 1L;

    private final transient Semaphore places;
    private final transient Duration patience;

    /**
     * @param places how many transactions run at once, as many as there are connections
     * @param patience how long a transaction waits to begin
     */
    FairTransactions(DataSource connections, int places, Duration patience) {
        super(connections);
        this.places = new Semaphore(places, true);
        this.patience = patience;
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        try {
            if (!places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new CannotCreateTransactionException("No place for a transaction within " + patience);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CannotCreateTransactionException("Interrupted while waiting for a place", interrupted);
        }
        try {
            super.doBegin(transaction, definition);
        } catch (RuntimeException | Error failed) {
            places.release();
            throw failed;
        }
    }

    @Override
    protected void doCleanupAfterCompletion(Object transaction) {
        try {
            super.doCleanupAfterCompletion(transaction);
        } finally {
            places.release();
        }
    }
}
