/** Acts that need a second person, against a real database. */
package io.mizan.approval;
