-- Accounts of customers, in the table that Django keeps them in (django.contrib.auth of 3.2), so that its shell knows them.
CREATE EXTENSION pgcrypto;
CREATE TABLE auth_user (
    id            serial PRIMARY KEY,
    -- As Django's BCryptPasswordHasher writes it: bcrypt$ and the hash.
    password      varchar(128) NOT NULL,
    last_login    timestamptz,
    is_superuser  boolean NOT NULL DEFAULT false,
    username      varchar(150) NOT NULL UNIQUE,
    first_name    varchar(150) NOT NULL,
    last_name     varchar(150) NOT NULL,
    email         varchar(254) NOT NULL,
    is_staff      boolean NOT NULL DEFAULT false,
    is_active     boolean NOT NULL DEFAULT true,
    date_joined   timestamptz NOT NULL DEFAULT now()
);
-- Invented customers with invented passwords.
INSERT INTO auth_user (password, username, first_name, last_name, email)
SELECT 'bcrypt$' || crypt('word of ' || email, gen_salt('bf', 4)), email, split_part(full_name, ' ', 1), split_part(full_name, ' ', 2), email
FROM sales_customer ORDER BY id;
