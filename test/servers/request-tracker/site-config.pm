# Request Tracker's configuration for one test: loopback only, one SQLite file, and mail that lands in a folder.
# The folder and the port come from the environment; see request-tracker.ts.

my $folder = $ENV{FOYER_RT_FOLDER} or die "FOYER_RT_FOLDER is not set";

Set($rtname, 'foyer.test');
Set($Organization, 'foyer.test');
Set($CorrespondAddress, 'cases@foyer.test');
Set($CommentAddress, 'cases-comment@foyer.test');
Set($WebDomain, '127.0.0.1');
Set($WebPort, $ENV{FOYER_RT_PORT});
Set($WebPath, '');
Set($Timezone, 'UTC');

Set($DatabaseType, 'SQLite');
Set($DatabaseName, "$folder/rt.sqlite");
Set($DatabaseAdmin, 'root');
Set(%FullTextSearch, Enable => 1, Indexed => 0);

# Nothing is kept outside the folder: neither sessions nor compiled pages.
Set($WebSessionClass, 'Apache::Session::File');
$MasonSessionDir = "$folder/sessions";
$MasonDataDir = "$folder/pages";
Set($LogToSyslog, undef);
Set($LogToSTDERR, 'warning');
# No converter of HTML beside the one that it brings.
Set($HTMLFormatter, 'core');
Set(%Crypt, Enable => 0);
Set(%GnuPG, Enable => 0);
Set(%SMIME, Enable => 0);

# Every request with a token or a password pays for one hash: 60 ms at this cost, 250 ms at the usual one.
Set($BcryptCost, 10);
Set($MaxAttachmentSize, 12_000_000);
# What plain agents may search users by. A condition on anything else is passed over, and brings everybody; so that one
# of the numbers shows it, WorkPhone is not here.
Set($UserSummaryExtraInfo, 'RealName, Name, EmailAddress, MobilePhone, HomePhone');

# Each mail becomes a JSON file that appears whole: who gets it, what it says, which files it has.
Set($MailCommand, sub {
    my ($entity) = @_;
    require JSON;
    require Time::HiRes;
    require Encode;
    my $head = $entity->head;
    my $header = sub {
        my $text = $head->get($_[0]) // '';
        $text =~ s/\s+$//;
        return Encode::decode('MIME-Header', $text);
    };
    my (@texts, @files);
    for my $part (grep { !$_->parts } $entity->parts_DFS) {
        my $name = $part->head->recommended_filename;
        if (defined $name) { push @files, $name }
        elsif ($part->effective_type eq 'text/plain') {
            push @texts, Encode::decode('UTF-8', $part->bodyhandle->as_string);
        }
    }
    my %mail = (
        to => $header->('To'), cc => $header->('Cc'), subject => $header->('Subject'),
        text => join("\n", @texts), files => \@files,
    );
    my $name = sprintf '%.6f-%d', Time::HiRes::time(), $$;
    open my $file, '>', "$folder/mail/$name.part" or return 0;
    print $file JSON::encode_json(\%mail);
    close $file or return 0;
    return rename "$folder/mail/$name.part", "$folder/mail/$name.json";
});

1;
