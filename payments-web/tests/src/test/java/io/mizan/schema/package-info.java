/** The changesets, applied to a real MariaDB without the application. */
package io.mizan.schema;
