package io.mizan.web.start;

import io.mizan.database.ConnectionFault;
import io.mizan.sql.LockConflicts;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ServiceLoader;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.mariadb.jdbc.MariaDbDataSource;

/**
 * MariaDB's data source without its XA face.
 *
 * <p>Our only transactional resource is this database. Given the driver's own class, Payara would enlist it as an XA
 * resource and pay for two more round trips in every transaction.
 */
public final class PaymentsDataSource implements DataSource {

    private static final Logger LOG = Logger.getLogger(PaymentsDataSource.class.getName());
    private static final int CONNECT_TIMEOUT_SECONDS = 5;
    private static final String VARIABLES = "sessionVariables=";
    private static final String PREPARING = "useServerPrepStmts=";

    /**
     * What each connection sets for itself. Lists of rights are read as one value: it is never cut, whatever the server's
     * setting is. A lock is held for milliseconds; whoever waits for one as long as this is called off, and tries the whole
     * transaction four times more ({@link LockConflicts}). Five such waits are over before the shortest lease of a worker is,
     * which is 20 s, where one wait of the server's own (50 s) would outlast it.
     */
    private static final String OURS = "group_concat_max_len=1048576,innodb_lock_wait_timeout=3";

    private static final int STATEMENTS_KEPT = 100;

    private final boolean ofPool;
    private String url;
    private String user;
    private String password;
    private volatile MariaDbDataSource driver;
    private volatile boolean everOpened;

    /** For the pool, which sets the properties afterwards. */
    public PaymentsDataSource() {
        ofPool = true;
    }

    /** For a single connection whose failure the caller tells. */
    PaymentsDataSource(String url, String user, String password) {
        ofPool = false;
        this.url = url;
        this.user = user;
        this.password = password;
    }

    public String getUrl() {
        return url;
    }

    public void setUrl(String url) {
        this.url = url;
    }

    public String getUser() {
        return user;
    }

    public void setUser(String user) {
        this.user = user;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    /**
     * Opens a connection. While the pool has never had one, a failure is told as a refusal, with whatever else is wrong: the
     * persistence provider signs in before any bean of ours exists, and would otherwise fail the deployment with a page of
     * its own words.
     */
    @Override
    public Connection getConnection() throws SQLException {
        try {
            Connection connection = driver().getConnection();
            everOpened = true;
            return ofPool ? SparingConnection.of(connection) : connection;
        } catch (SQLException e) {
            if (ofPool && !everOpened) {
                refuse(ConnectionFault.of(url, user, e));
            }
            throw e;
        }
    }

    private static void refuse(ConnectionFault fault) {
        var others = ServiceLoader.load(StartCheck.class, StartCheck.class.getClassLoader()).stream()
                .flatMap(check -> check.get().refusals().stream());
        Refusal.tell(LOG, Stream.concat(Stream.of(Refusal.of(fault)), others).toList());
    }

    @Override
    public Connection getConnection(String otherUser, String otherPassword) throws SQLException {
        return driver().getConnection(otherUser, otherPassword);
    }

    @Override
    public PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {
        // the driver logs through its own logger
    }

    @Override
    public int getLoginTimeout() {
        return CONNECT_TIMEOUT_SECONDS;
    }

    @Override
    public void setLoginTimeout(int seconds) {
        // fixed, so that an absent database is noticed while a person still watches
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger("org.mariadb.jdbc");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        if (type.isInstance(this)) {
            return type.cast(this);
        }
        throw new SQLException("Not a wrapper for " + type.getName());
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return type.isInstance(this);
    }

    /** What the deployment sets itself comes after ours, and so wins. */
    static String withVariables(String url) {
        return url.contains(VARIABLES) ? url.replace(VARIABLES, VARIABLES + OURS + ",") : with(VARIABLES + OURS, url);
    }

    /**
     * Few statements are run over and over: the server parses each once a connection. It keeps some 16,000 for everybody, so
     * a pool's connections may not keep many each. Each is prepared before it is run: else the driver would send both at once,
     * and a server that keeps no more refuses the one and runs with our arguments what it prepared last. What the deployment
     * says of this itself stands.
     */
    static String preparing(String url) {
        return url.contains(PREPARING)
                ? url
                : with(PREPARING + "true&disablePipeline=true&prepStmtCacheSize=" + STATEMENTS_KEPT, url);
    }

    private static String with(String parameter, String url) {
        return url + (url.contains("?") ? "&" : "?") + parameter;
    }

    /** Two threads may both make one at first; either is as good. */
    private MariaDbDataSource driver() throws SQLException {
        MariaDbDataSource known = driver;
        if (known == null) {
            known = new MariaDbDataSource(preparing(withVariables(url)));
            known.setUser(user);
            known.setPassword(password);
            known.setLoginTimeout(CONNECT_TIMEOUT_SECONDS);
            driver = known;
        }
        return known;
    }
}
