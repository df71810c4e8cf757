using System.Collections.Frozen;

namespace Firstlook.Runbooks.Reading;

/// <summary>
/// What a heading is for where no pattern of <see cref="Roles"/> says it, in plain words of Polish, Czech, Turkish, Indonesian, Vietnamese, Swedish, Norwegian, Danish,
/// Finnish, Hungarian, Romanian, Ukrainian, Russian, Korean, Chinese and Japanese. A heading has the role of the words that it begins with, the longest first.
/// </summary>
internal static class FurtherLanguages
{
    const int LongestPhrase = 3;

    /// <param name="folded">As <see cref="Words.Fold"/> gives it.</param>
    public static Role Of(string folded)
    {
        if (folded.Length == 0) return Role.None;
        if (folded[0] >= FirstUnspaced) return OfUnspaced(folded);
        var end = folded.Length;
        for (var words = LongestPhrase; words > 0; words--)
        {
            end = EndOf(folded, words);
            if (Spaced.TryGetValue(folded[..end], out var role)) return role;
        }

        return Role.None;
    }

    // Hangul Jamo, the first of the scripts here that put no blank between a word and what is said of it.
    const char FirstUnspaced = '\u1100';

    static int EndOf(string folded, int words)
    {
        for (var i = 0; i < folded.Length; i++)
        {
            if (!char.IsLetter(folded[i]) && folded[i] != '\'' && --words == 0) return i;
        }

        return folded.Length;
    }

    static Role OfUnspaced(string folded)
    {
        foreach (var (word, role) in Unspaced)
        {
            if (folded.StartsWith(word, StringComparison.Ordinal)) return role;
        }

        return Role.None;
    }

    static readonly (Role Role, string Words)[] SpacedWords =
    [
        (Role.Symptoms, "objawy|symptomy|symtom|projevy|priznaky|belirtiler|semptomlar|gejala|trieu chung|symptomer|tegn|oireet|tunetek|simptome|ознаки|prejavy"),
        (Role.Causes,
            "przyczyny|mozliwe przyczyny|prawdopodobne przyczyny|typowe przyczyny|czeste przyczyny|priciny|mozne priciny|pravdepodobne priciny|nedenler|"
                + "olasi nedenler|olasi sebepler|muhtemel nedenler|sebepler|kok nedenler|penyebab|kemungkinan penyebab|penyebab umum|nguyen nhan|orsaker|"
                + "mojliga orsaker|vanliga orsaker|troliga orsaker|arsaker|mulige arsaker|arsager|mulige arsager|syyt|mahdolliset syyt|yleiset syyt|okok|"
                + "lehetseges okok|cauze|cauze posibile|cauze comune|cauze probabile|причини|можливi причини|можливі причини|ймовірні причини|hypotezy|hipotezy|varsayimlar"),
        (Role.Diagnosis,
            "sprawdz|sprawdzic|zkontroluj|zkontrolujte|kontrollera|kontrollpunkter|tarkista|ellenorizd|verifica|verificare|verificari|перевірте|перевірка|"
                + "проверка|проверьте|periksa|diagnoza|sprawdzenie|co sprawdzic|weryfikacja problemu|badanie|kontrola|co zkontrolovat|teshis|tani|inceleme|"
                + "kontrol adimlari|pemeriksaan|langkah pemeriksaan|investigasi|chan doan|kiem tra|felsokning|undersokning|feilsoking|fejlfinding|tarkistukset|"
                + "selvitys|ellenorzes|vizsgalat|діагностика|перевірки"),
        (Role.Action,
            "napraw|oprav|opravte|duzelt|atgarda|korjaa|javitsd|repara|reparare|виправлення|виправте|исправление|perbaiki|rozwiazanie|rozwiazania|naprawa|"
                + "dzialania|dzialania naprawcze|dzialania natychmiastowe|co zrobic|kroki naprawcze|mitygacja|przywracanie|reseni|riesenie|naprava|opravy|postup|"
                + "napravne kroky|cozum|cozumler|cozum adimlari|aksiyonlar|mudahale|ne yapmali|acil mudahale|solusi|penanganan|tindakan|langkah penanganan|"
                + "langkah perbaikan|pemulihan|perbaikan|xu ly|khac phuc|giai phap|cach xu ly|atgarder|atgard|losning|losninger|tiltak|handtering|ratkaisu|"
                + "toimenpiteet|korjaus|megoldas|teendok|javitas|helyreallitas|rezolvare|solutie|solutii|actiuni|вирішення|усунення|дії|відновлення"),
        (Role.Verification,
            "potwierdz|overte|dogrula|bekrafta|verifiera|bekreft|varmista|confirma|confirmare|переконайтеся|weryfikacja|potwierdzenie|overeni|overenie|dogrulama|"
                + "xac minh|xac nhan|varmistus|todennus|підтвердження"),
        (Role.Escalation, "eskalacja|eskalace|eskalacia|eskalasyon|eskalasi|eskalering|eskalointi|escaladare|leo thang|yukseltme|eszkalacio|ескалація"),
        (Role.Contacts,
            "kontakty|osoby kontaktowe|kogo do czego|kto do czego|do kogo dzwonic|do kogo zadzwonic|lista telefonow|telefony|"
                + "kisiler|iletisim|iletisim bilgileri|kontak|narahubung|lien he|kontakter|kontaktpersoner|yhteystiedot|kapcsolattartok|"
                + "elerhetosegek|contacte|контакти"),
        (Role.Impact, "wplyw|skutki|dopad|dopady|etki|dampak|anh huong|tac dong|paverkan|pavirkning|vaikutus|hatas|вплив|наслідки|влияние|последствия"),
        (Role.Meaning, "opis|znaczenie|popis|vyznam|aciklama|deskripsi|mo ta|beskrivning|beskrivelse|kuvaus|leiras|descriere|опис|описание"),
        (Role.Severity,
            "waznosc|krytycznosc|poziom|poziom waznosci|niva|zavaznost|priorytet|priorita|prioritet|prioriteetti|prioritas|muc uu tien|do uu tien|onem derecesi|oncelik|"
                + "siddet|tingkat keparahan|muc do nghiem trong|allvarlighet|allvarlighetsgrad|alvorlighetsgrad|alvorlighed|vakavuus|sulyossag|severitate|prioritate|серйозність|"
                + "пріоритет"),
        (Role.Prevention,
            "zapobieganie|onleme|pencegahan|phong ngua|forebyggande|forebygging|forebyggelse|ennaltaehkaisy|megelozes|prevenire|запобігання|профилактика|предотвращение"),
        (Role.Prohibition, "czego nie robic|czego nie wolno|nie wolno|nie rob|zakazy|zakazane|zabronione|yapmayin|jangan|khong duoc|gor inte|ikke gjor|nu faceti"),
        (Role.General,
            "wprowadzenie|przeglad|wymagania|spis tresci|uvod|prehled|genel bakis|giris|icindekiler|ikhtisar|pendahuluan|daftar isi|tong quan|oversikt|innehall|"
                + "yleiskatsaus|sisallys|attekintes|tartalom|prezentare generala|cuprins|вступ|огляд|зміст|содержание"),
        (Role.Container,
            "typowe problemy|czeste problemy|scenariusze|scenariusze awarii|caste problemy|sik karsilasilan sorunlar|masalah umum|su co thuong gap|"
                + "vanliga problem|vanlige problemer|almindelige problemer|yleiset ongelmat|gyakori hibak|probleme comune|типові проблеми|типовые проблемы|"
                + "частые проблемы"),
        (Role.Alert, "alerty|alarmy|upozorneni|uyari|uyarilar|peringatan|canh bao|larm|varsel|varsler|halytys|halytykset|riasztas|riasztasok|сповіщення|алерт|алерти|алерты"),
        (Role.Template,
            "wzor komunikatu|szablon|szablony|szablon komunikatu|sablona|sablony|mesaj sablonu|meddelandemall|skabelon|viestipohja|uzenetsablon|mau thong bao|"
                + "шаблон|шаблони|шаблоны"),
        (Role.Postmortem, "analiza powdarzeniowa|raport po awarii|raport po incydencie|raport z incydentu|raport z awarii|po awarii|po incydencie|"
            + "po incidentu|olay sonrasi|pasca insiden|sau su co|efter incidenten|etter hendelsen|після інциденту|после инцидента"),
    ];

    static readonly (Role Role, string Words)[] UnspacedWords =
    [
        (Role.Symptoms, "증상|현상|징후|表现|事象|どう見える|見え方|発生事象"),
        (Role.Causes, "원인|推測される原因|疑われる原因|가능한 원인|추정 원인|주요 원인|예상 원인|근본 원인|의심 원인|可能原因|可能的原因|常见原因|根本原因|想定原因|考えられる原因|主な原因|推定原因"),
        (Role.Verification, "復旧確認|動作確認|直ったか|검증|복구 확인|정상 확인|해결 확인|정상화 확인|验证|恢复确认|验收|恢复验证|検証|正常性確認"),
        (Role.Diagnosis, "진단|조사 방법|調べ方|切り分け|調査|診断|一次切り分け|原因調査|확인|점검|조사|분석|로그 확인|초기 확인|诊断|排查|检查|定位|调查|确认|诊断步骤|故障定位|初步检查"),
        (Role.Action, "対処|対応|復旧|処置|回避策|応急|조치|즉시 조치|긴급 조치|임시 조치|대응|해결|복구|완화|처리|处理|处置|解决|修复|恢复|缓解|应急|措施|操作步骤|临时措施|緩和|暫定対応|恒久対応"),
        (Role.Escalation, "에스컬레이션|상위 보고|보고 체계|升级流程|升级路径|升级机制|上报"),
        (Role.Contacts, "連絡先|緊急連絡先|連絡網|担当者|연락처|비상 연락|담당자|긴급 연락|联系人|联系方式|紧急电话|应急电话|紧急联系|值班|通讯录|連絡体制"),
        (Role.Impact, "영향|사용자 영향|서비스 영향|영향 범위|影响|影響"),
        (Role.Meaning, "설명|배경|의미|描述|说明|含义|背景|説明"),
        (Role.Severity, "重要度|深刻度|優先度|심각도|장애 등급|우선순위|严重程度|严重级别|优先级|严重性|緊急度"),
        (Role.Prevention, "예방|재발 방지|预防|防止再发|再発防止|予防"),
        (Role.Prohibition, "禁止|してはいけない|しないこと|금지|하지 말|주의 금지|不要|やってはいけない"),
        (Role.Container, "대응 절차|장애 시나리오|장애 유형|자주 발생하는|주요 장애|常见问题|常见故障|故障场景|告警列表|告警处理|よくある問題|よくある障害|よくあるトラブル|障害シナリオ"),
        (Role.Template, "テンプレート|お知らせ文|告知文|文面|定型文|ひな形|通知文|公告模板|通知模板|公告文|공지 문구|공지 템플릿|템플릿"),
        (Role.Postmortem, "사후 분석|회고|장애 보고|후속 조치|复盘|事后|故障报告|事後|ポストモーテム"),
        (Role.General, "목차|개요|사전 조건|참고|概述|目录|值班手册|值班职责|值班制度|前提|参考|简介|目次|前提条件"),
        (Role.Dashboards, "대시보드|仪表盘|监控面板|ダッシュボード"),
        (Role.Alert, "알림 이름|경보|告警名称|告警名|报警名称|アラート名"),
    ];

    static readonly FrozenDictionary<string, Role> Spaced = All(SpacedWords).DistinctBy(w => w.Word).ToFrozenDictionary(w => w.Word, w => w.Role, StringComparer.Ordinal);

    static readonly (string Word, Role Role)[] Unspaced = [.. All(UnspacedWords).OrderByDescending(w => w.Word.Length)];

    static IEnumerable<(string Word, Role Role)> All((Role Role, string Words)[] table) => table.SelectMany(t => t.Words.Split('|').Select(word => (word, t.Role)));
}
