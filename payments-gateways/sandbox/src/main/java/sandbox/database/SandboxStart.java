package sandbox.database;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;

/** Makes the tables before anything else runs; beans that work by themselves depend on it. */
@Startup
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class SandboxStart {
    @Inject
    Schema schema;

    @PostConstruct
    void createSchema() {
        schema.create();
    }
}
