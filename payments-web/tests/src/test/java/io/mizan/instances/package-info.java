/** What holds although several instances work on one database. */
package io.mizan.instances;
