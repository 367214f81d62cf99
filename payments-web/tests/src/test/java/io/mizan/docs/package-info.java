/** What is written about the whole, held against the whole. */
package io.mizan.docs;
